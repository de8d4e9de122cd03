"""Within which bounds does DuckDB build things: threads, memory, and where it may spill?"""

from pathlib import Path

import duckdb

from data_access.settings import Settings


def building(settings: Settings, spill: Path, file: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to build in, in memory or on `file`; what does not fit in memory goes to `spill`."""
    return duckdb.connect(
        str(file) if file else ":memory:",
        config={
            "threads": settings.threads,
            "memory_limit": f"{settings.memory_limit_mb}MB",
            "temp_directory": str(spill),
        },
    )
