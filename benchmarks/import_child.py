"""How long does one import take, and how much memory, in a process of its own?

python -m benchmarks.import_child imported|plain FILE FOLDER TODAY   prints one JSON object
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from data_access.importing.asked import Asked
from data_access.importing.run import import_files
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.scope import Role, Viewer


def imported(file: Path, folder: Path, today: date, settings: Settings) -> dict[str, Any]:
    """The real import, checked, merged and published: seconds, rows kept and seconds by step."""
    said: list[tuple[str, float]] = []
    asked = Asked(Viewer("benchmark", Role.INCENTIVES_ADMIN), today)
    started, worked = time.perf_counter(), time.process_time()
    (outcome,) = import_files(
        Workspace(folder), [file], asked, settings, progress=lambda step, _: said.append((step, time.perf_counter()))
    )
    ended = time.perf_counter()
    if outcome.staged is None:
        raise RuntimeError(outcome.sentence)
    return {
        "seconds": ended - started,
        "cpu_seconds": time.process_time() - worked,
        "rows": outcome.staged.receipt.rows_kept,
        "steps": _steps(said, started, ended),
    }


def plain(file: Path, folder: Path, settings: Settings) -> dict[str, Any]:
    """The yardstick: the file as a table on disk, read with types sniffed and nothing checked, and a checkpoint."""
    started, worked = time.perf_counter(), time.process_time()
    with duckdb.connect(
        str(folder / "plain.duckdb"),
        config={"threads": settings.threads, "memory_limit": f"{settings.memory_limit_mb}MB"},
    ) as connection:
        # Nothing bound: DuckDB loads pandas for the first bound value of a process, a quarter of what is measured here.
        connection.read_csv(str(file)).create("usage")
        connection.execute("checkpoint")
        [(rows,)] = connection.table("usage").count("*").fetchall()
    ended = time.perf_counter()
    return {
        "seconds": ended - started,
        "cpu_seconds": time.process_time() - worked,
        "rows": rows,
        "steps": {},
    }


def peak_memory_mb() -> float | None:
    """The most memory this process held; None where the system does not tell.

    Not `ru_maxrss` on Linux: that one is inherited from the parent through vfork and exec.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        return None
    import resource

    bytes_each = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * bytes_each / 2**20


def _steps(said: list[tuple[str, float]], started: float, ended: float) -> dict[str, float]:
    ends = [at for _, at in said[1:]] + [ended]
    steps = {"Waiting": said[0][1] - started} if said else {}
    for (step, begun), end in zip(said, ends, strict=True):
        steps[step] = steps.get(step, 0.0) + end - begun
    return steps


def main(words: list[str]) -> None:
    kind, file, folder, today = words
    settings = Settings(upload_limit_mb=8192)
    told = (
        imported(Path(file), Path(folder), date.fromisoformat(today), settings)
        if kind == "imported"
        else plain(Path(file), Path(folder), settings)
    )
    print(json.dumps({**told, "peak_memory_mb": peak_memory_mb()}))


if __name__ == "__main__":
    main(sys.argv[1:])
