"""Who did what to what? One line per change, never with a contact's personal data."""

import json
from typing import Any

import duckdb

from data_access.registry.desk import Desk


def record(
    connection: duckdb.DuckDBPyConnection,
    desk: Desk,
    action: str,
    entity: str,
    entity_id: str,
    before: Any = None,
    after: Any = None,
) -> None:
    """Append one line, inside the caller's transaction."""
    connection.execute(
        "insert into audit values ((select coalesce(max(number), 0) + 1 from audit),"
        " $at, $who, $action, $entity, $entity_id, $before, $after)",
        {
            "at": desk.clock(),
            "who": desk.viewer.user,
            "action": action,
            "entity": entity,
            "entity_id": entity_id,
            "before": None if before is None else json.dumps(before, default=str),
            "after": None if after is None else json.dumps(after, default=str),
        },
    )
