"""Which files does the connection stand on that every question runs on, and how is it kept from reading others?"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data_access.settings import Settings
from data_access.snapshot import build_snapshot
from data_access.statements import statement
from data_access.workspace import Publication, Workspace
from domain.errors import Unavailable


def opened(snapshot: Path | None, registry: Path, forecast: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    """A connection on these files, read-only. Without a snapshot: on the empty one that no imports would give."""
    root = duckdb.connect(
        config={
            "threads": settings.threads,
            "memory_limit": f"{settings.memory_limit_mb}MB",
            "python_enable_replacements": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
    try:
        served = snapshot or _empty(settings)[1]
        for file, name in ((served, "snapshot"), (registry, "registry"), (forecast, "forecast")):
            root.execute(attach(file, name))
    except duckdb.IOException as missing:
        raise Unavailable("The published snapshot cannot be opened. Import again, or restore a backup.") from missing
    root.execute(statement("staging/lock_down"))
    return root


def attach(file: Path, name: str) -> str:
    """The statement that attaches a DuckDB file read-only under a name of ours."""
    # ATTACH takes no bound parameter; the path is the operator's own data folder, quoted as a literal.
    quoted = str(file).replace("'", "''")
    return f"attach '{quoted}' as {name} (read_only)"


@cache
def _empty(settings: Settings) -> tuple[TemporaryDirectory[str], Path]:
    """The snapshot of no imports at all, once per process and outside the workspace: looking leaves nothing there.

    The folder is given along because it goes with whoever holds it last.
    """
    folder = TemporaryDirectory(prefix="cpor_empty_", ignore_cleanup_errors=True)
    empty = Workspace(Path(folder.name))
    made = build_snapshot(empty, Publication.nothing(), settings)
    return folder, empty.snapshots / str(made.snapshot)
