"""Which number does a card take from a frame of months? The last complete one, or the sum of the complete ones.

Months that some source has not delivered yet are left out: a drop that is only a missing file is no news.
"""

from typing import Any

import polars as pl


def complete(frame: pl.DataFrame) -> pl.DataFrame:
    """The months every source has delivered, in order."""
    return frame.filter(pl.col("is_complete")).sort("month")


def at_end(frame: pl.DataFrame | None, column: str) -> Any:
    """The value in the last complete month; None without one."""
    rows = complete(frame) if frame is not None else None
    return rows.item(rows.height - 1, column) if rows is not None and rows.height else None


def over_period(frame: pl.DataFrame | None, column: str) -> Any:
    """The sum over complete months; None when none is known (unknown is not zero)."""
    if frame is None:
        return None
    known = complete(frame)[column].drop_nulls()
    return known.sum() if known.len() else None


def trend(frame: pl.DataFrame, column: str) -> list[Any]:
    """The complete months' values, for a sparkline."""
    return complete(frame)[column].to_list()
