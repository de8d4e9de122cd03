"""Which records of a table are usable, and what exactly is wrong with the others?

Set-based: a column's distinct texts are read once (`cells`), then joined back, so that a file of millions of
records costs about as much as reading it. The rest of a refused record's file goes in.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from data_access.importing.cells import Kind, Reading, read_column
from data_access.importing.layout import Column, Layout
from data_access.importing.opening import TextTable
from data_access.settings import Settings
from data_access.statements import statement

REFUSED_SCHEMA = {"line": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String}
_TYPES = {
    Kind.TENANT: pl.String,
    Kind.MONTH: pl.Date,
    Kind.DATE: pl.Date,
    Kind.COUNT: pl.Int64,
    Kind.MONEY: pl.Decimal(38, 10),
    Kind.RATE: pl.Decimal(38, 10),
    Kind.FLAG: pl.Boolean,
    Kind.TEXT: pl.String,
}
_RAGGED = {
    "MISSING COLUMNS": "has fewer cells than the header",
    "TOO MANY COLUMNS": "has more cells than the header",
    "UNQUOTED VALUE": "has an unfinished quotation mark",
    "LINE SIZE OVER MAXIMUM": "is longer than a line may be",
    "INVALID ENCODING": "is not valid UTF-8",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found. The usable records stand in the connection's table `checked`, typed.

    `refused` has one row a refused record: line (from 1, header included), column, value, reason.
    `readings` tells each date and number column's convention and whether another would do as well.
    """

    rows_read: int
    rows_kept: int
    refused: pl.DataFrame
    readings: dict[str, Reading]


def check(
    connection: duckdb.DuckDBPyConnection,
    table: TextTable,
    layout: Layout,
    positions: dict[str, int],
    *,
    today: date,
    settings: Settings,
    conventions: dict[str, str] | None = None,
) -> Checked:
    """Read, type and check a table; leaves `checked` with every column of the layout plus `ordinal`."""
    _read_raw(connection, table, positions, settings)
    readings = {
        column.name: _read(connection, column, today, (conventions or {}).get(column.name))
        for column in layout.columns
        if column.name in positions and column.kind is not Kind.TEXT
    }
    _write_typed(connection, layout, positions, readings)
    wrong = _wrong_records(connection, layout, positions, readings)
    ragged = connection.sql(statement("importing/rejected_records")).pl()
    refused = _with_lines(table, wrong, ragged)
    kept = _count(connection, "checked")
    return Checked(kept + len(refused), kept, refused, readings)


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    counted = connection.view(name).count("*").fetchone()
    return int(counted[0]) if counted else 0


def _read_raw(
    connection: duckdb.DuckDBPyConnection, table: TextTable, positions: dict[str, int], settings: Settings
) -> None:
    names = {index: name for name, index in positions.items()}
    columns = {names.get(index, f"unused_{index}"): "VARCHAR" for index in range(len(table.header))}
    raw = connection.sql(
        statement("importing/read_text_table"),
        params={
            "file": str(table.file),
            "header_line": table.header_line,
            "delimiter": table.delimiter,
            "columns": columns,
            "longest_line": settings.line_limit_kb << 10,
        },
    )
    raw.select(*(ColumnExpression(name) for name in (*positions, "ordinal"))).create("raw")


def _read(connection: duckdb.DuckDBPyConnection, column: Column, today: date, overruled: str | None) -> Reading:
    texts = connection.table("raw").select(ColumnExpression(column.name)).distinct().pl()[column.name]
    reading = read_column(column.kind, [text for text in texts if text is not None], overruled)
    if column.kind is Kind.MONTH:
        for text, month in list(reading.values.items()):
            if month and month > today:
                reading.reasons[text] = f"is a month in the future; today is {today.isoformat()}"
                del reading.values[text]
    return reading


def _write_typed(
    connection: duckdb.DuckDBPyConnection, layout: Layout, positions: dict[str, int], readings: dict[str, Reading]
) -> None:
    typed = connection.table("raw").set_alias("raw")
    chosen: list[Expression] = [ColumnExpression("raw", "ordinal")]
    usable = ConstantExpression(True)
    for column in layout.columns:
        if column.name not in positions:
            chosen.append(ConstantExpression(None).cast(_sql_type(column)).alias(column.name))
            continue
        text = ColumnExpression("raw", column.name)
        if column.name not in readings:
            value = _trimmed(text)
            is_wrong = value.isnull() if column.is_key else ConstantExpression(False)
        else:
            alias = f"read_{column.name}"
            values = readings[column.name].values
            frame = pl.DataFrame(
                {"text": list(values), "value": list(values.values())},
                schema={"text": pl.String, "value": _TYPES[column.kind]},
            )
            typed = typed.join(
                connection.from_arrow(frame.to_arrow()).set_alias(alias),
                text == ColumnExpression(alias, "text"),  # type: ignore[arg-type]
                how="left",
            )
            value = ColumnExpression(alias, "value")
            is_unread = text.isnotnull() & ColumnExpression(alias, "text").isnull()
            is_wrong = value.isnull() if column.is_key else is_unread
        usable = usable & ~is_wrong
        chosen.append(value.alias(column.name))
    if layout.one_of:
        usable = usable & _any_present(layout.one_of, positions, readings)
    typed.select(*chosen, usable.alias("is_usable")).create("typed")
    names = [ColumnExpression(column.name) for column in layout.columns]
    usable_rows = connection.table("typed").filter(ColumnExpression("is_usable"))
    usable_rows.select(ColumnExpression("ordinal"), *names).create_view("checked")


def _any_present(names: tuple[str, ...], positions: dict[str, int], readings: dict[str, Reading]) -> Expression:
    values = [
        ColumnExpression(f"read_{name}", "value") if name in readings else ColumnExpression("raw", name)
        for name in names
        if name in positions
    ]
    return CoalesceOperator(*values).isnotnull()


def _trimmed(text: Expression) -> Expression:
    plain = FunctionExpression("replace", text, ConstantExpression("\u00a0"), ConstantExpression(" "))
    return FunctionExpression("nullif", FunctionExpression("trim", plain), ConstantExpression(""))


def _sql_type(column: Column) -> Any:
    return duckdb.sqltype(
        {
            Kind.MONTH: "DATE",
            Kind.DATE: "DATE",
            Kind.COUNT: "BIGINT",
            Kind.MONEY: "DECIMAL(38,10)",
            Kind.RATE: "DECIMAL(38,10)",
            Kind.FLAG: "BOOLEAN",
        }.get(column.kind, "VARCHAR")
    )


def _wrong_records(
    connection: duckdb.DuckDBPyConnection, layout: Layout, positions: dict[str, int], readings: dict[str, Reading]
) -> list[tuple[int, str, str, str]]:
    """(ordinal, column, value, reason) of each refused record: the first thing wrong in the layout's order."""
    present = [column for column in layout.columns if column.name in positions]
    unusable = connection.table("typed").filter(~ColumnExpression("is_usable")).select(ColumnExpression("ordinal"))
    rows = (
        connection.table("raw")
        .join(unusable, "ordinal", how="semi")
        .select(ColumnExpression("ordinal"), *(ColumnExpression(column.name) for column in present))
        .order("ordinal")
        .fetchall()
    )
    return [_first_wrong(row, present, readings, layout) for row in rows]


def _first_wrong(
    row: tuple[Any, ...], present: list[Column], readings: dict[str, Reading], layout: Layout
) -> tuple[int, str, str, str]:
    for column, text in zip(present, row[1:], strict=True):
        shown = (column.spellings or (column.name,))[0]
        reading = readings.get(column.name)
        if reading and text in reading.reasons:
            return row[0], shown, text, reading.reasons[text]
        is_blank = text is None or (reading.values.get(text) is None if reading else not text.strip())
        if column.is_key and is_blank:
            return row[0], shown, text or "", "is missing; every row needs it"
    return row[0], " or ".join(layout.one_of), "", "are both missing; a row needs at least one of them"


def _with_lines(table: TextTable, wrong: list[tuple[int, str, str, str]], ragged: pl.DataFrame) -> pl.DataFrame:
    """Physical lines of refused records; the file is walked again only when there are any."""
    if not wrong and ragged.is_empty():
        return pl.DataFrame(schema=REFUSED_SCHEMA)
    broken = {record: (kind, text) for record, kind, text in ragged.iter_rows()}
    by_ordinal = {ordinal: (column, value, reason) for ordinal, column, value, reason in wrong}
    rows: list[tuple[int, str, str, str]] = []
    ordinal = 0
    for record, line, is_blank in _records(table.file, table.delimiter):
        if record <= table.header_line:
            continue
        if record in broken:
            kind, text = broken.pop(record)
            rows.append((line, "", text, f"the line {_RAGGED.get(kind, 'is malformed')}"))
        elif not is_blank:
            ordinal += 1
            if ordinal in by_ordinal:
                rows.append((line, *by_ordinal.pop(ordinal)))
        if not broken and not by_ordinal:
            break
    rows += [(record, "", text, f"the line {_RAGGED.get(kind, 'is malformed')}") for record, (kind, text) in broken.items()]
    rows += [(0, *what) for what in by_ordinal.values()]
    return pl.DataFrame(rows, schema=REFUSED_SCHEMA, orient="row").with_columns(pl.col("value").str.slice(0, 200))


def _records(file: Path, delimiter: str) -> Iterator[tuple[int, int, bool]]:
    """(record number, first physical line, is blank) of each record, as the CSV grammar sees them."""
    csv.field_size_limit(1 << 30)
    with file.open(encoding="utf-8", errors="replace", newline="") as handle:
        reader, before = csv.reader(handle, delimiter=delimiter), 0
        for record, cells in enumerate(reader, start=1):
            yield record, before + 1, not cells
            before = reader.line_num
