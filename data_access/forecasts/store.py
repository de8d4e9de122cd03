"""Where do forecasts live, and which one is shown? One file per forecast, a pointer, and a lock while one is made.

A forecast names the snapshot it stands on: pages say when usage has moved on and the next one is still being made.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from data_access.statements import statement
from data_access.workspace import Workspace, replace_file, said_in

LAYOUT = 2
"""Number of the tables' layout; a forecast of another layout is not shown, and made anew."""

_EMPTY = f"forecast_none_{LAYOUT}.duckdb"


@dataclass(frozen=True, slots=True)
class Served:
    """The forecast being shown: its file, and the snapshot it was made from (None: there is none yet)."""

    file: Path
    snapshot: str | None
    version: int


def folder(workspace: Workspace) -> Path:
    return workspace.root / "forecasts"


def pointer(workspace: Workspace) -> Path:
    return folder(workspace) / "current.json"


def served(workspace: Workspace) -> Served:
    """The published forecast; an empty one where none was made yet."""
    stored = said_in(pointer(workspace))
    if stored.get("layout") != LAYOUT:
        return Served(_empty(workspace), None, stored.get("version", 0))
    return Served(folder(workspace) / stored["file"], stored["snapshot"], stored["version"])


def publish(workspace: Workspace, file: Path, snapshot: str, version: int) -> None:
    """Show this forecast from now on, and drop the ones before the last."""
    content = json.dumps({"file": file.name, "snapshot": snapshot, "version": version, "layout": LAYOUT})
    replace_file(pointer(workspace), content.encode())
    for old in folder(workspace).glob("forecast_*.duckdb"):
        number = old.stem.removeprefix("forecast_")
        if number.isdigit() and int(number) < version - 1:
            old.unlink(missing_ok=True)


def lock(workspace: Workspace) -> FileLock:
    """Held by the process that makes a forecast; the system lets go of it when that process ends."""
    folder(workspace).mkdir(parents=True, exist_ok=True)
    return FileLock(folder(workspace) / "making.lock")


def is_being_made(workspace: Workspace) -> bool:
    try:
        with lock(workspace).acquire(timeout=0):
            return False
    except Timeout:
        return True


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """The forecast's tables, empty."""
    connection.execute(statement("marts_forecast/tables"))


def _empty(workspace: Workspace) -> Path:
    file = folder(workspace) / _EMPTY
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        with duckdb.connect(str(partial)) as connection:
            make_tables(connection)
        partial.replace(file)
    return file
