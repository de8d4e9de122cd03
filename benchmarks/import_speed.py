"""How much longer does an import take than merely reading its file into a table?"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import ROOT
from benchmarks.findings import Finding, ratio
from benchmarks.ground import Ground, environment, make_exports
from benchmarks.timing import alternating

RATIO_BUDGET, MEMORY_BUDGET_MB, INCENTIVES_BUDGET = 5.0, 2048.0, 2.0
ADOPTION_STEPS, INCENTIVES_STEP, SCORES_STEP = "Building ", "Working out incentives", "Counting program scores"
"""How the import names its steps to whoever waits for it."""
_SECTION = "import"
_LIMIT_SECONDS = 1800


def import_findings(ground: Ground, rounds: int) -> list[Finding]:
    """The real import against `create table as from read_csv` with a checkpoint: same file, threads and run."""
    make_exports(ground)
    told: dict[str, list[dict[str, Any]]] = {"imported": [], "plain": []}

    def measure(kind: str) -> float:
        told[kind].append(_in_a_child(kind, ground))
        return float(told[kind][-1]["seconds"])

    # Once unmeasured: both should find the file in the system's cache.
    _in_a_child("plain", ground)
    seconds = alternating({kind: partial(measure, kind) for kind in told}, rounds)
    ours, theirs = median(seconds["imported"]), median(seconds["plain"])
    cpu = {kind: median(one["cpu_seconds"] for one in each) for kind, each in told.items()}
    # Processor time tells the same story when others keep the cores busy.
    worked = {"cpu_ratio": ratio(cpu["imported"], cpu["plain"])}
    counts = {"rows": told["imported"][0]["rows"], "rounds": rounds}
    size_mb = ground.usage_file.stat().st_size / 2**20
    steps = _median_steps([one["steps"] for one in told["imported"]])
    found = [
        Finding(
            _SECTION,
            "checked, merged and published / read_csv",
            ratio(ours, theirs),
            budget=RATIO_BUDGET,
            details={
                "ours_s": round(ours, 2),
                "read_csv_s": round(theirs, 2),
                **worked,
                **counts,
                "file_mb": round(size_mb),
            },
        ),
        Finding(
            _SECTION,
            "the same without incentives and scores / read_csv",
            ratio(ours - steps.get(INCENTIVES_STEP, 0.0) - steps.get(SCORES_STEP, 0.0), theirs),
            budget=RATIO_BUDGET,
        ),
        *_memory(told["imported"]),
        *_incentives(steps),
    ]
    slowest = sorted(steps.items(), key=lambda step: -step[1])
    found += [Finding(_SECTION, step, taken, "s", details={"share": round(taken / ours, 3)}) for step, taken in slowest]
    return found


def _memory(told: list[dict[str, Any]]) -> list[Finding]:
    peaks = [one["peak_memory_mb"] for one in told if one["peak_memory_mb"] is not None]
    return [Finding(_SECTION, "peak memory", max(peaks), "MB", MEMORY_BUDGET_MB)] if peaks else []


def _incentives(steps: Mapping[str, float]) -> list[Finding]:
    """The time of adoption's and incentives' marts over that of adoption's alone."""
    adoption = sum(taken for step, taken in steps.items() if step.startswith(ADOPTION_STEPS))
    incentives = steps.get(INCENTIVES_STEP, 0.0)
    if not incentives:
        return []
    details = {"adoption_s": round(adoption, 2), "incentives_s": round(incentives, 2)}
    value = ratio(adoption + incentives, adoption)
    return [Finding(_SECTION, "marts with incentives / adoption marts", value, "x", INCENTIVES_BUDGET, details)]


def _median_steps(taken: list[dict[str, float]]) -> dict[str, float]:
    return {step: median(one.get(step, 0.0) for one in taken) for step in taken[0]}


def _in_a_child(kind: str, ground: Ground) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=ground.folder) as folder:
        words = (kind, str(ground.usage_file), str(Path(folder)), ground.today.isoformat())
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.import_child", *words],
            cwd=ROOT,
            env=environment(ground),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=_LIMIT_SECONDS,
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
