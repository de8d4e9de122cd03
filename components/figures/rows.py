"""What does a frame hold, in the shape a trace wants? Nulls stay nulls; months without a row become gaps."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from domain.periods import plus_months
from domain.phrases import shortened
from domain.workloads import known_workloads


def values(frame: pl.DataFrame, column: str) -> list[Any]:
    """A column as JSON-ready values: Decimal becomes float, NaN becomes None."""
    return [_plain(value) for value in frame.get_column(column).to_list()]


def values_if_any(frame: pl.DataFrame, column: str) -> list[Any]:
    """The same for a column the frame need not have; then every value is unknown."""
    return values(frame, column) if column in frame.columns else [None] * frame.height


def texts(frame: pl.DataFrame, column: str) -> list[str]:
    """A column as text for the screen: Plotly reads a little HTML, so names are escaped."""
    return ["" if value is None else escaped(str(value)) for value in values(frame, column)]


def short_texts(frame: pl.DataFrame, column: str, length: int) -> list[str]:
    """The same, cut to fit; cut first, or an escape would be cut in two."""
    return [escaped(shortened(str(value or ""), length)) for value in values(frame, column)]


def texts_if_any(frame: pl.DataFrame, column: str) -> list[str]:
    """The same for a column the frame need not have; then every text is empty."""
    return texts(frame, column) if column in frame.columns else [""] * frame.height


def escaped(text: str) -> str:
    """Text that Plotly shows as it is, whatever it holds.

    >>> escaped("A & <b>B</b>")
    'A &amp; &lt;b&gt;B&lt;/b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def months_of(frame: pl.DataFrame, column: str = "month") -> list[date]:
    """Every month from the frame's first to its last, without holes."""
    known = [month for month in frame.get_column(column).to_list() if month is not None]
    if not known:
        return []
    months, last = [min(known)], max(known)
    while months[-1] < last:
        months.append(plus_months(months[-1], 1))
    return months


def by_month(frame: pl.DataFrame, column: str, months: list[date]) -> list[Any]:
    """One value per month, None where the frame has no row for it."""
    found = dict(zip(frame.get_column("month").to_list(), values(frame, column), strict=True))
    return [found.get(month) for month in months]


def joined(ahead: list[Any], known: list[Any]) -> list[Any]:
    """A forecast from where the months known end: without the joint the eye reads a break.

    >>> joined([None, None, 5], [3, 4, None]), joined([1, 2, 5], [3, 4, None])
    ([None, 4, 5], [1, 2, 5])
    """
    last = max((at for at, value in enumerate(known) if value is not None), default=None)
    if last is None or ahead[last] is not None:
        return ahead
    return [known[last] if at == last else value for at, value in enumerate(ahead)]


def iso(months: list[date]) -> list[str]:
    """Months as Plotly reads them fastest."""
    return [month.isoformat() for month in months]


def slices_of(frame: pl.DataFrame, column: str) -> list[str]:
    """The slices in the frame's own order: the question decides which comes first."""
    return [str(name) for name in frame.get_column(column).unique(maintain_order=True).to_list()]


def workloads_of(frame: pl.DataFrame) -> list[str]:
    """The workload codes in the table's order, which keeps families together; unknown ones come last."""
    order = {code: at for at, code in enumerate(known_workloads())}
    return sorted(slices_of(frame, "workload"), key=lambda code: (order.get(code, len(order)), code))


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
