"""How does a row of the registry become a plain dictionary?"""

from typing import Any

import duckdb

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, text: str, values: Row | None = None) -> list[Row]:
    """Every row of a static, bound query, in its order."""
    answer = connection.execute(text, values or {})
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, each, strict=True)) for each in answer.fetchall()]


def one_row(connection: duckdb.DuckDBPyConnection, text: str, values: Row | None = None) -> Row | None:
    """The first row, or None."""
    found = rows(connection, text, values)
    return found[0] if found else None
