"""What does the registry say about our own organisation?"""

import duckdb

from data_access.registry.rows import one_row, rows
from domain.organisation import Location, Organisation


def location_row(connection: duckdb.DuckDBPyConnection, location_id: str) -> Location | None:
    """One partner location, or None when it has not been entered."""
    row = one_row(connection, "select * from locations where location_id = $id", {"id": location_id})
    return Location.model_validate(row) if row else None


def organisation_rows(connection: duckdb.DuckDBPyConnection) -> Organisation:
    """Legal names in their order, locations by name."""
    names = rows(connection, "select name from legal_names order by position")
    locations = rows(connection, "select * from locations order by name, location_id")
    return Organisation(
        legal_names=tuple(row["name"] for row in names),
        locations=tuple(Location.model_validate(row) for row in locations),
    )
