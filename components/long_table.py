"""What must a page say of a table that is too long to send? What it shows, and by what it is sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from components.answer import Answer
from components.paged_table import TablePage, paged_table
from components.panel import NOTHING_HERE

_TALLEST = 440


@dataclass(frozen=True, slots=True)
class LongTable:
    """`key` is also what its search and sorting are called in the address."""

    key: str
    rows_are: str
    columns: tuple[str, ...]
    sorts: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    empty: str = NOTHING_HERE
    search_in: str = "name or domain"


def long_table(
    table: LongTable, rows: Callable[[TablePage], Answer], every_row: Callable[[TablePage], pl.DataFrame]
) -> dict[str, Any] | None:
    """Draw one page of it and return the row that is selected. Call it inside a fragment."""
    return paged_table(
        rows,
        key=table.key,
        in_address=f"{table.key}_",
        sorts=table.sorts,
        columns=table.columns,
        labels=table.labels,
        export=every_row,
        rows_are=table.rows_are,
        empty=table.empty,
        search_in=table.search_in,
        tallest=_TALLEST,
    )
