"""What is answered before the first import? The snapshot that no imports give, made once a process when it is asked."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data_access.settings import Settings
from data_access.snapshot import build_snapshot
from data_access.workspace import Publication, Workspace


@cache
def _place() -> TemporaryDirectory[str]:
    """Outside the workspace: looking leaves nothing there. It goes with the process."""
    return TemporaryDirectory(prefix="cpor_empty_", ignore_cleanup_errors=True)


def folder() -> Path:
    return Workspace(Path(_place().name)).snapshots


@cache
def snapshot(settings: Settings) -> Path:
    made = build_snapshot(Workspace(Path(_place().name)), Publication.nothing(), settings)
    # A name that no publication of the workspace has.
    return (folder() / str(made.snapshot)).rename(folder() / "nothing.duckdb")
