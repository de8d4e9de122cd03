"""What does a column's text mean, given how the whole column is written?

A column's convention (decimal mark, day-month order) is settled on all its values together.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from data_access.importing import kinds
from data_access.importing.cell_dates import DATE_CONVENTIONS, read_date, read_month
from data_access.importing.cell_numbers import NUMBER_CONVENTIONS, read_count, read_money, read_rate
from data_access.importing.kinds import Kind, Unreadable, cleaned


@dataclass(frozen=True, slots=True)
class Reading:
    """How one column is read. `is_ambiguous` when another convention would be just as valid."""

    convention: str
    is_ambiguous: bool
    values: dict[str, Any]
    reasons: dict[str, str]


_READERS: dict[Kind, Callable[[str, str], Any]] = {
    Kind.TENANT: lambda text, _: kinds.read_tenant(text),
    Kind.CUSTOMER: lambda text, _: kinds.read_customer(text),
    Kind.FLAG: lambda text, _: kinds.read_flag(text),
    Kind.PERIOD: lambda text, _: kinds.read_period(text),
    Kind.STATE: lambda text, _: kinds.read_state(text),
    Kind.MONTH: read_month,
    Kind.DATE: read_date,
    Kind.COUNT: read_count,
    Kind.MONEY: read_money,
    Kind.RATE: read_rate,
    Kind.TEXT: lambda text, _: text,
}


def conventions_of(kind: Kind) -> tuple[str, ...]:
    """The ways a column of this kind may be written; the first is taken when all are equally valid."""
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE):
        return NUMBER_CONVENTIONS
    if kind in (Kind.DATE, Kind.MONTH):
        return DATE_CONVENTIONS
    return ("",)


def read_column(kind: Kind, texts: Iterable[str], overruled: str | None = None) -> Reading:
    """Read a column's distinct texts under the convention that makes most of them valid.

    Month columns hold first days, so among equally valid day-month orders the one that reads every value as a
    first day wins. `overruled` is the viewer's own choice of convention; one of another kind is passed over.
    """
    texts = list(texts)
    choices = conventions_of(kind)
    if overruled in choices:
        choices = (overruled,)
    readings = [_read_all(kind, texts, convention) for convention in choices]
    ranked = sorted(readings, key=lambda reading: (len(reading.reasons), _days_off_first(kind, texts, reading)))
    best = ranked[0]
    same = [
        other
        for other in ranked[1:]
        if other.values != best.values
        and len(other.reasons) == len(best.reasons)
        and _days_off_first(kind, texts, other) == _days_off_first(kind, texts, best)
    ]
    return Reading(best.convention, bool(same), best.values, best.reasons)


def _read_all(kind: Kind, texts: list[str], convention: str) -> Reading:
    reader = _READERS[kind]
    values: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    for text in texts:
        bare = cleaned(text)
        if not bare:
            values[text] = None
            continue
        try:
            values[text] = reader(bare, convention)
        except Unreadable as refusal:
            reasons[text] = str(refusal)
    return Reading(convention, False, values, reasons)


def _days_off_first(kind: Kind, texts: list[str], reading: Reading) -> int:
    if kind is not Kind.MONTH:
        return 0
    days = (read_date(cleaned(text), reading.convention).day for text in texts if reading.values.get(text))
    return sum(day != 1 for day in days)
