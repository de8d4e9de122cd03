"""Which value has each cell of a record, and which records are usable?

A column's distinct texts were read once (`cells`); here they are joined back, so that a file of millions of records
costs about as much as reading it.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl
from duckdb import (
    CaseExpression,
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from data_access.importing.cells import Reading
from data_access.importing.kinds import Kind
from data_access.importing.layout import Layout

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
class Typed:
    """Records as text joined to what their cells say: `values` by column of the layout, and whether all is well."""

    records: duckdb.DuckDBPyRelation
    values: dict[str, Expression]
    is_usable: Expression
    is_blank: Expression

    def written(self) -> duckdb.DuckDBPyRelation:
        """Every record's values, `is_usable` and `is_blank`."""
        values = (value.alias(name) for name, value in self.values.items())
        return self.records.select(*values, self.is_usable.alias("is_usable"), self.is_blank.alias("is_blank"))

    def refused(self, *columns: str) -> duckdb.DuckDBPyRelation:
        """These columns' texts of the records that are neither usable nor blank."""
        texts = (ColumnExpression("raw", column).alias(column) for column in columns)
        return self.records.filter(~self.is_usable & ~self.is_blank).select(*texts)


def typed(
    connection: duckdb.DuckDBPyConnection,
    raw: duckdb.DuckDBPyRelation,
    layout: Layout,
    positions: dict[str, int],
    readings: dict[str, Reading],
    *,
    has_odd_blanks: bool,
) -> Typed:
    """`raw` records with their values; a column the file lacks is null throughout."""
    records, values = raw.set_alias("raw"), {}
    is_usable = ~ColumnExpression("raw", "is_blank")
    for column in layout.columns:
        frame_type, sql_type = _TYPES.get(column.kind, _TEXT)
        if column.name not in positions:
            values[column.name] = ConstantExpression(None).cast(duckdb.sqltype(sql_type))
            continue
        text = ColumnExpression("raw", column.name)
        if column.name in readings:
            alias = f"read_{column.name}"
            read = readings[column.name].values
            frame = pl.DataFrame(
                {"text": list(read), "value": list(read.values())}, schema={"text": pl.String, "value": frame_type}
            )
            records = records.join(
                connection.from_arrow(frame.to_arrow()).set_alias(alias),
                text == ColumnExpression(alias, "text"),
                how="left",
            )
            value: Expression = ColumnExpression(alias, "value")
            is_usable = is_usable & (text.isnull() | ColumnExpression(alias, "text").isnotnull())
        else:
            value = _trimmed(text, has_odd_blanks=has_odd_blanks)
        if column.is_key:
            is_usable = is_usable & value.isnotnull()
        values[column.name] = value
    if alternatives := [values[name] for name in layout.one_of if name in positions]:
        is_usable = is_usable & CoalesceOperator(*alternatives).isnotnull()
    return Typed(records, values, is_usable, ColumnExpression("raw", "is_blank"))


def _trimmed(text: Expression, *, has_odd_blanks: bool) -> Expression:
    blank = ConstantExpression("")
    if has_odd_blanks:
        # Trimming a set of characters takes half as long as everything else here together: only where there are any.
        return FunctionExpression("nullif", FunctionExpression("trim", text, ConstantExpression(_BLANKS)), blank)
    # Hardly a cell has blanks around it, and looking at both ends takes a third of trimming every cell.
    space = ConstantExpression(" ")
    is_padded = FunctionExpression("starts_with", text, space) | FunctionExpression("ends_with", text, space)
    trimmed = CaseExpression(is_padded, FunctionExpression("trim", text)).otherwise(text)
    return FunctionExpression("nullif", trimmed, blank)
