"""What do a table's records say, as text? They are read from the file whenever they are asked for.

Keeping them as a table cost more than reading them twice (0.6 s beside 0.25 s at 1.8 million records), and ten times
the records would not have fitted in memory.
"""

from collections.abc import Iterable

import duckdb
from duckdb import CoalesceOperator, ColumnExpression

from data_access.importing.opening import TextTable
from data_access.settings import Settings
from data_access.statements import statement


def view_raw(
    connection: duckdb.DuckDBPyConnection, table: TextTable, positions: dict[str, int], settings: Settings
) -> None:
    """Make the view `raw`: the known columns' cells and `is_blank`. Malformed records go to reject_errors."""
    names = {index: name for name, index in positions.items()}
    columns = [names.get(index, f"unused_{index}") for index in range(len(table.header))]
    # As a relation: a statement with bound parameters would be run here and now, and kept.
    records = connection.read_csv(
        str(table.file),
        auto_detect=False,
        header=False,
        skiprows=table.header_line,
        sep=table.delimiter,
        quotechar='"',
        escapechar='"',
        columns=dict.fromkeys(columns, "VARCHAR"),
        store_rejects=True,
        rejects_limit=0,
        max_line_size=settings.line_limit_kb << 10,
    )
    is_blank = CoalesceOperator(*map(ColumnExpression, columns)).isnull().alias("is_blank")
    records.select(*map(ColumnExpression, positions), is_blank).create_view("raw")


def numbered(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    """`raw` with each record's `ordinal`, from 1 in the file's order."""
    return connection.sql(statement("importing/numbered_records"))


def distinct_texts(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> dict[str, list[str]]:
    """Every different text of each of these columns, in one pass over the file."""
    names = list(names)
    if not names:
        return {}
    quoted = [f'"{name}"' for name in names]
    listed, sets = ", ".join(quoted), ", ".join(f"({name})" for name in quoted)
    found = connection.view("raw").aggregate(
        f"coalesce({listed}, null) as text, grouping({listed}) as grouped", f"grouping sets ({sets})"
    )
    texts = found.filter(ColumnExpression("text").isnotnull()).pl()
    # A bit a column, the first one's the highest, and zero where it is the column grouped by.
    every = (1 << len(names)) - 1
    return {
        name: texts.filter(texts["grouped"] == every ^ (1 << place))["text"].to_list()
        for place, name in enumerate(reversed(names))
    }
