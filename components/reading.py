"""Which number does a card take from a frame of months? The last complete one, or the sum of the complete ones.

Months that some source has not delivered yet are left out: a drop that is only a missing file is no news.
"""

from typing import Any

import polars as pl

from domain.wording import month


def complete(frame: pl.DataFrame) -> pl.DataFrame:
    """The months every source has delivered, in order."""
    return frame.filter(pl.col("is_complete")).sort("month")


def alike(before: pl.DataFrame | None, now: pl.DataFrame) -> pl.DataFrame | None:
    """The earlier months without those that answer to incomplete ones now: eleven are compared with eleven."""
    if before is None:
        return None
    ordered = before.sort("month")
    return ordered.head(max(ordered.height - (now.height - complete(now).height), 0))


def where_any(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The frame as it is, or without rows where no column holds anything but nothing: a line along zero tells little."""
    has_any = any(frame[column].fill_null(0).abs().sum() for column in columns)
    return frame if has_any else frame.clear()


def at_end(frame: pl.DataFrame | None, column: str) -> Any:
    """The value in the last complete month; None without one."""
    rows = complete(frame) if frame is not None else None
    return rows.item(rows.height - 1, column) if rows is not None and rows.height else None


def over_period(frame: pl.DataFrame | None, column: str, *, like: pl.DataFrame | None = None) -> Any:
    """The sum over complete months; None when none is known (unknown is not zero).

    With `like`, also None when the frame does not cover as many months: a sum over fewer is no comparison.
    """
    if frame is None or (like is not None and complete(frame).height < complete(like).height):
        return None
    known = complete(frame)[column].drop_nulls()
    return known.sum() if known.len() else None


def summed(frame: pl.DataFrame, column: str) -> Any:
    """The sum of what is known in a column; None when nothing is."""
    known = frame[column].drop_nulls()
    return known.sum() if known.len() else None


def trend(frame: pl.DataFrame, column: str) -> list[Any]:
    """The complete months' values, for a sparkline."""
    return complete(frame)[column].to_list()


def last_month_in_words(frame: pl.DataFrame) -> str:
    """The month a level belongs to: "in Sep 2026"; empty without a complete one."""
    last = at_end(frame, "month")
    return f"in {month(last)}" if last else ""


def months_in_words(frame: pl.DataFrame) -> str:
    """The months a sum runs over: "Nov 2025 to Sep 2026"."""
    rows = complete(frame)
    if rows.is_empty():
        return ""
    first, last = month(rows.item(0, "month")), month(rows.item(rows.height - 1, "month"))
    return first if first == last else f"{first} to {last}"


def compared_months(movers: pl.DataFrame) -> str:
    """Which two months a change lies between, as a note. Frame of growth/movers."""
    if movers.is_empty():
        return "Change of associated workload users between complete months."
    first, last = month(movers.item(0, "first_month")), month(movers.item(0, "last_month"))
    return f"Change of associated workload users from {first} to {last}, the last complete month."
