"""How does DuckDB build things: within which bounds, from which statements and frames?"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data_access.settings import Settings
from data_access.statements import bound, statement

# The oldest DuckDB that reads what is built here. Its format writes texts in a third less time than the default, which
# even 0.10 could read, and attaching a snapshot takes 2 ms instead of 8: the distinct counts of its 700 columns stand
# there as they are used. The newest format would be closed to the version before an upgrade.
STORAGE: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": "v1.5.0"}


def building(settings: Settings, spill: Path, file: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to build in, in memory or on `file`; what does not fit in memory goes to `spill`."""
    return duckdb.connect(
        str(file) if file else ":memory:",
        config={
            "threads": settings.threads,
            "memory_limit": f"{settings.memory_limit_mb}MB",
            "temp_directory": str(spill),
            **STORAGE,
        },
    )


def build(connection: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any] | None = None) -> None:
    """Run `sql/<name>.sql` with those of the values that it binds."""
    text = statement(name)
    connection.execute(text, bound(text, values or {}))


def store(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """A frame as a table of this connection."""
    connection.from_arrow(frame.to_arrow()).create(name)
