"""Which records of a table are usable, and what exactly is wrong with the others?

Set-based: the file is read once for its columns' distinct texts, once for its records, and a third time only where
some are refused. The rest of a refused record's file goes in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import duckdb
import polars as pl

from data_access.engine import build
from data_access.importing.cells import Reading, read_column
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout
from data_access.importing.opening import TextTable
from data_access.importing.raw_records import distinct_texts, numbered, view_raw
from data_access.importing.refusing import refused_records
from data_access.importing.text_form import records
from data_access.importing.typed_records import Typed, typed
from data_access.settings import Settings
from data_access.statements import statement
from domain.errors import BadInput


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
    view_raw(connection, table, positions, settings)
    read = {column.name: column for column in layout.columns if column.name in positions}
    read = {name: column for name, column in read.items() if column.kind is not Kind.TEXT}
    texts = distinct_texts(connection, read)
    readings = {name: _read(column, texts[name], today, conventions.get(name)) for name, column in read.items()}

    def typed_of(raw: duckdb.DuckDBPyRelation) -> Typed:
        return typed(connection, raw, layout, positions, readings, has_odd_blanks=table.form.has_odd_blanks)

    typed_of(connection.view("raw")).written().create("typed")
    build(connection, "importing/checked")
    [(seen, kept, wrong)] = connection.sql(statement("importing/typed_counts")).fetchall()
    broken = connection.sql(statement("importing/rejected_records")).pl()
    _account(table, settings, seen + broken.height)
    columns = [column.name for column in layout.columns if column.name in positions]
    unusable = typed_of(numbered(connection)).refused("ordinal", *columns).order("ordinal") if wrong else None
    refused = refused_records(table, layout, positions, readings, unusable, broken, settings)
    return Checked(kept + len(refused), kept, refused, readings)


def _read(column: Column, texts: list[str], today: date, overruled: str | None) -> Reading:
    reading = read_column(column.kind, texts, overruled)
    if column.is_past:
        what = "a month" if column.kind is Kind.MONTH else "a date"
        for text, day in list(reading.values.items()):
            if day and day > today:
                reading.reasons[text] = f"is {what} in the future; today is {today.isoformat()}"
                del reading.values[text]
    return reading


def _account(table: TextTable, settings: Settings, seen: int) -> None:
    """Every line is a record read or a record rejected: nothing vanishes on the way."""
    if seen == table.form.count - table.header_line:
        return
    walk = records(table.file, table.delimiter, settings)
    there = sum(record > table.header_line and not is_blank for record, _, is_blank in walk)
    if seen != there:
        raise BadInput(
            f"{table.name} has {there:,} rows, of which only {seen:,} can be read; its quotation marks or line ends "
            "are damaged. Export it again."
        )
