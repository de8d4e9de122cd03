"""On which data is it measured? Dense export files of the sample generator, and a workspace made of them."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks import ROOT
from data_access.workspace import Workspace

BOOK = ("customers", "cpor", "subscriptions", "skus", "claims", "growth")
"""What a partner's pages stand on; the earnings that repeat per row and the other usage exports add no facts."""
USAGE = "cpor_m365_usage.csv"
_GENERATE_SECONDS, _IMPORT_SECONDS, _FORECAST_SECONDS = 1800, 5400, 7200


@dataclass(frozen=True, slots=True)
class Ground:
    """`customers` x ten workloads x `months` facts; everything lies below `folder`."""

    folder: Path
    customers: int
    months: int

    @property
    def exports(self) -> Path:
        return self.folder / f"exports_{self.customers}x{self.months}"

    @property
    def usage_file(self) -> Path:
        return self.exports / USAGE

    @property
    def book(self) -> Workspace:
        return Workspace(self.folder / f"book_{self.customers}x{self.months}")

    @property
    def facts_count(self) -> int:
        return self.customers * self.months * 10

    @property
    def today(self) -> date:
        return date.fromisoformat(json.loads((self.exports / "manifest.json").read_text(encoding="utf-8"))["today"])

    def times_ten(self) -> "Ground":
        return Ground(self.folder, self.customers * 10, self.months)


def make_exports(ground: Ground) -> None:
    """Write the export files, once per folder."""
    if (ground.exports / "manifest.json").exists():
        return
    size = ("--customers", str(ground.customers), "--months", str(ground.months))
    only = [word for kind in BOOK for word in ("--only", kind)]
    words = (*size, "--dense", "--out", str(ground.exports), *only)
    subprocess.run(
        [sys.executable, "-m", "sample_data", *words],
        cwd=ROOT,
        check=True,
        stdout=sys.stderr,
        timeout=_GENERATE_SECONDS,
    )


@cache
def make_book(ground: Ground) -> None:
    """Import and forecast the export files, unless that was done since the code last changed; once a run.

    The forecast is waited for: begun in the background it would be there for one measurement and not for another, and
    take its processor time from both.
    """
    made = ground.book.root / "made_for_benchmarks"
    if made.exists() and made.stat().st_mtime > _code_changed_at():
        return
    make_exports(ground)
    shutil.rmtree(ground.book.root, ignore_errors=True)
    files = sorted(map(str, ground.exports.glob("*.csv")))
    command = [sys.executable, "-m", "data_access", "import", *files, "--data", str(ground.book.root)]
    done = subprocess.run(command, cwd=ROOT, env=environment(ground), stdout=sys.stderr, timeout=_IMPORT_SECONDS)
    if done.returncode not in (0, 2) or not ground.book.publication().snapshot:
        raise RuntimeError(f"The benchmark's workspace could not be made: the import ended with {done.returncode}.")
    forecast = [sys.executable, "-m", "data_access", "forecast", "--data", str(ground.book.root), "--quiet"]
    subprocess.run(
        forecast, cwd=ROOT, env=environment(ground), check=True, stdout=sys.stderr, timeout=_FORECAST_SECONDS
    )
    made.touch()


def environment(ground: Ground) -> dict[str, str]:
    """The process's environment, with the settings under which everything is measured and none of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("CPOR_", "STREAMLIT_"))}
    return own | {
        "CPOR_HOME": str(ground.folder / "home"),
        "CPOR_DATA_DIR": str(ground.book.root),
        "CPOR_TODAY": ground.today.isoformat(),
        "PYTHONPATH": str(ROOT),
        "CPOR_UPLOAD_LIMIT_MB": "8192",
        # What is measured as the first answer after publishing must be one.
        "CPOR_ANSWERS_AHEAD": "0",
        "CPOR_FORECAST_AFTER_IMPORT": "false",
    }


def publish_again(workspace: Workspace) -> None:
    """Publish the same tables under the next name: every answer and figure known so far belongs to the past."""
    served = workspace.publication()
    before = workspace.snapshot_file()
    name = f"snapshot_{served.version + 1}.duckdb"
    os.link(before, workspace.snapshots / name)
    workspace.publish(replace(served, version=served.version + 1, snapshot=name))
    # Two stay: a reader may be about to open the one before.
    (workspace.snapshots / f"snapshot_{served.version - 1}.duckdb").unlink(missing_ok=True)


def _code_changed_at() -> float:
    folders = (ROOT / "data_access", ROOT / "domain", ROOT / "sample_data")
    return max(file.stat().st_mtime for folder in folders for file in folder.rglob("*.*") if file.suffix != ".pyc")
