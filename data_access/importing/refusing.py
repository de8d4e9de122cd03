"""Where in the file does a refused record stand, and what is the first thing wrong with it?"""

from collections.abc import Iterator
from typing import Any

import duckdb
import polars as pl
from duckdb import ColumnExpression

from data_access.importing.cells import Reading
from data_access.importing.kinds import cleaned
from data_access.importing.layout import Layout
from data_access.importing.opening import TextTable
from data_access.importing.text_form import records
from data_access.settings import Settings
from data_access.statements import statement

REFUSED_SCHEMA = {"line": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String}

_LONGEST_VALUE = 200
_RAGGED = {
    "MISSING COLUMNS": "has fewer cells than the header",
    "TOO MANY COLUMNS": "has more cells than the header",
    "UNQUOTED VALUE": "has an unfinished quotation mark",
    "LINE SIZE OVER MAXIMUM": "is longer than a line may be",
    "INVALID ENCODING": "is not valid UTF-8",
}

Wrong = tuple[str, str, str]
"""Column, value, reason."""


def refused_records(
    connection: duckdb.DuckDBPyConnection,
    table: TextTable,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
    settings: Settings,
) -> pl.DataFrame:
    """One row a refused record, in the file's order: line (from 1, header included), column, value, reason."""
    wrong = dict(_wrong_records(connection, table, layout, positions, readings))
    ragged = connection.sql(statement("importing/rejected_records")).fetchall()
    broken = {line: ("", text, f"the line {_RAGGED.get(kind, 'is malformed')}") for line, kind, text in ragged}
    if not wrong and not broken:
        return pl.DataFrame(schema=REFUSED_SCHEMA)
    if table.lines is not None:
        rows = [(table.lines[ordinal - 1], *what) for ordinal, what in wrong.items()]
    else:
        rows = list(_placed(table, wrong, broken, settings))
    frame = pl.DataFrame(rows, schema=REFUSED_SCHEMA, orient="row")
    return frame.with_columns(pl.col("value").str.slice(0, _LONGEST_VALUE))


def _wrong_records(
    connection: duckdb.DuckDBPyConnection,
    table: TextTable,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
) -> Iterator[tuple[int, Wrong]]:
    """Ordinal and what is wrong of each refused record: the first thing in the layout's order."""
    present = [column.name for column in layout.columns if column.name in positions]
    keys = {column.name for column in layout.columns if column.is_key}
    shown = {name: table.header[positions[name]] for name in present}
    unusable = connection.table("typed").filter(~ColumnExpression("is_usable") & ~ColumnExpression("is_blank"))
    rows = (
        connection.table("raw")
        .join(unusable.select(ColumnExpression("ordinal")), "ordinal", how="semi")
        .select(ColumnExpression("ordinal"), *(ColumnExpression(name) for name in present))
        .order("ordinal")
    )
    alternatives = " or ".join(shown.get(name, name) for name in layout.one_of if name in positions)
    while block := rows.fetchmany(50_000):
        for row in block:
            for name, text in zip(present, row[1:], strict=True):
                if reason := _reason(text, name in keys, readings.get(name)):
                    yield row[0], (shown[name], text or "", reason)
                    break
            else:
                yield row[0], (alternatives, "", "is missing; every row needs it or its alternative")


def _reason(text: Any, is_key: bool, reading: Reading | None) -> str | None:
    if reading and text in reading.reasons:
        return reading.reasons[text]
    is_blank = text is None or not cleaned(text)
    return "is missing; every row needs it" if is_key and is_blank else None


def _placed(
    table: TextTable, wrong: dict[int, Wrong], broken: dict[int, Wrong], settings: Settings
) -> Iterator[tuple[int, str, str, str]]:
    """Physical lines of refused records; the file is walked only as far as the last of them."""
    ordinal = 0
    left = len(wrong) + len(broken)
    for record, line, is_blank in records(table.file, table.delimiter, settings):
        if record <= table.header_line:
            continue
        if record in broken:
            left -= 1
            yield line, *broken[record]
        elif not is_blank:
            ordinal += 1
            if ordinal in wrong:
                left -= 1
                yield line, *wrong[ordinal]
        if not left:
            break
