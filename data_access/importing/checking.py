"""Which records of a table are usable, and what exactly is wrong with the others?

Set-based: a column's distinct texts are read once (`cells`), then joined back, so that a file of millions of
records costs about as much as reading it. The rest of a refused record's file goes in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from data_access.importing.cells import Reading, read_column
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout
from data_access.importing.opening import TextTable
from data_access.importing.refusing import refused_records
from data_access.importing.text_form import records
from data_access.settings import Settings
from data_access.statements import statement
from domain.errors import BadInput

_NUMBER = (pl.Decimal(38, 10), "DECIMAL(38,10)")
_TYPES: dict[Kind, tuple[Any, str]] = {
    Kind.MONTH: (pl.Date, "DATE"),
    Kind.DATE: (pl.Date, "DATE"),
    Kind.COUNT: (pl.Int64, "BIGINT"),
    Kind.PERIOD: (pl.Int64, "BIGINT"),
    Kind.MONEY: _NUMBER,
    Kind.RATE: _NUMBER,
    Kind.FLAG: (pl.Boolean, "BOOLEAN"),
}
_TEXT = (pl.String, "VARCHAR")
_BLANKS = " \t\r\n\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found. The usable records stand in the connection's view `checked`, typed.

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
    conventions: Mapping[str, str],
) -> Checked:
    """Read, type and check a table; leaves `checked` with every column of the layout plus `ordinal`."""
    _read_raw(connection, table, positions, settings)
    readings = {
        column.name: _read(connection, column, today, conventions.get(column.name))
        for column in layout.columns
        if column.name in positions and column.kind is not Kind.TEXT
    }
    _write_typed(connection, layout, positions, readings, has_odd_blanks=table.form.has_odd_blanks)
    refused = refused_records(connection, table, layout, positions, readings, settings)
    kept = _count(connection, "checked")
    _account(connection, table, settings)
    return Checked(kept + len(refused), kept, refused, readings)


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
    is_blank = CoalesceOperator(*(ColumnExpression(name) for name in columns)).isnull().alias("is_blank")
    raw.select(*(ColumnExpression(name) for name in positions), is_blank).create("raw_text")
    connection.sql(statement("importing/numbered_records")).create_view("raw")


def _read(connection: duckdb.DuckDBPyConnection, column: Column, today: date, overruled: str | None) -> Reading:
    texts = connection.table("raw").select(ColumnExpression(column.name)).distinct().pl()[column.name]
    reading = read_column(column.kind, [text for text in texts if text is not None], overruled)
    if column.is_past:
        what = "a month" if column.kind is Kind.MONTH else "a date"
        for text, day in list(reading.values.items()):
            if day and day > today:
                reading.reasons[text] = f"is {what} in the future; today is {today.isoformat()}"
                del reading.values[text]
    return reading


def _write_typed(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
    *,
    has_odd_blanks: bool,
) -> None:
    typed = connection.table("raw").set_alias("raw")
    is_blank = ColumnExpression("raw", "is_blank")
    chosen: list[Expression] = [ColumnExpression("raw", "ordinal"), is_blank]
    values: dict[str, Expression] = {}
    usable = ~is_blank
    for column in layout.columns:
        frame_type, sql_type = _TYPES.get(column.kind, _TEXT)
        if column.name not in positions:
            absent = ConstantExpression(None).cast(duckdb.sqltype(sql_type))
            chosen.append(absent.alias(column.name))
            continue
        text = ColumnExpression("raw", column.name)
        if column.name in readings:
            alias = f"read_{column.name}"
            read = readings[column.name].values
            frame = pl.DataFrame(
                {"text": list(read), "value": list(read.values())}, schema={"text": pl.String, "value": frame_type}
            )
            typed = typed.join(
                connection.from_arrow(frame.to_arrow()).set_alias(alias),
                text == ColumnExpression(alias, "text"),
                how="left",
            )
            value: Expression = ColumnExpression(alias, "value")
            usable = usable & (text.isnull() | ColumnExpression(alias, "text").isnotnull())
        else:
            value = _trimmed(text, has_odd_blanks=has_odd_blanks)
        if column.is_key:
            usable = usable & value.isnotnull()
        values[column.name] = value
        chosen.append(value.alias(column.name))
    if alternatives := [values[name] for name in layout.one_of if name in values]:
        usable = usable & CoalesceOperator(*alternatives).isnotnull()
    typed.select(*chosen, usable.alias("is_usable")).create("typed")
    names = [ColumnExpression(column.name) for column in layout.columns]
    usable_rows = connection.table("typed").filter(ColumnExpression("is_usable"))
    usable_rows.select(ColumnExpression("ordinal"), *names).create_view("checked")


def _trimmed(text: Expression, *, has_odd_blanks: bool) -> Expression:
    # Trimming a set of characters takes half as long as everything else here together: only where there are any.
    trimmed = FunctionExpression("trim", text, *([ConstantExpression(_BLANKS)] if has_odd_blanks else []))
    return FunctionExpression("nullif", trimmed, ConstantExpression(""))


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    return _rows(connection.view(name))


def _rows(relation: duckdb.DuckDBPyRelation) -> int:
    [(count,)] = relation.count("*").fetchall()
    return int(count)


def _account(connection: duckdb.DuckDBPyConnection, table: TextTable, settings: Settings) -> None:
    """Every line is a record read or a record rejected: nothing vanishes on the way."""
    seen = _count(connection, "raw") + _rows(connection.sql(statement("importing/rejected_records")))
    if seen == table.form.count - table.header_line:
        return
    walk = records(table.file, table.delimiter, settings)
    there = sum(record > table.header_line and not is_blank for record, _, is_blank in walk)
    if seen != there:
        raise BadInput(
            f"{table.name} has {there:,} rows, of which only {seen:,} can be read; its quotation marks or line ends "
            "are damaged. Export it again."
        )
