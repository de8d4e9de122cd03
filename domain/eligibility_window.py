"""Is the partner qualified today, since which day's score, and until when does that hold?

One qualified day in the current month or in the five previous full months is enough (Learn: partner capability
score, as read in 2026).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.periods import month_of, plus_months

FULL_MONTHS = 5


@dataclass(frozen=True, slots=True)
class Qualification:
    """`qualifying_on` is the latest qualified day of the window; from `lapses_on` on it is out of the window.

    `is_qualified` is None when no day is known to qualify and at least one cannot be told.
    """

    is_qualified: bool | None
    window_start: date
    qualifying_on: date | None
    lapses_on: date | None


def qualification(scored: Iterable[tuple[date, bool | None]], today: date) -> Qualification:
    """Judge dated scores: each holds from its day until the day before the next one, the last until today.

    `lapses_on` is the first day on which the window no longer contains the qualifying day.

    >>> qualification([(date(2026, 5, 20), True), (date(2026, 6, 20), False)], date(2026, 11, 23))
    ... # doctest: +NORMALIZE_WHITESPACE
    Qualification(is_qualified=True, window_start=datetime.date(2026, 6, 1),
        qualifying_on=datetime.date(2026, 6, 19), lapses_on=datetime.date(2026, 12, 1))
    """
    start = plus_months(month_of(today), -FULL_MONTHS)
    spans = _spans(sorted(scored, key=lambda one: one[0]), start, today)
    last_days = [last for last, is_qualified in spans if is_qualified]
    if last_days:
        day = max(last_days)
        return Qualification(True, start, day, plus_months(month_of(day), FULL_MONTHS + 1))
    is_open = any(is_qualified is None for _, is_qualified in spans)
    return Qualification(None if is_open else False, start, None, None)


def _spans(scored: list[tuple[date, bool | None]], start: date, today: date) -> list[tuple[date, bool | None]]:
    """The last day of every score that holds on some day of the window."""
    ends = [*(on - timedelta(days=1) for on, _ in scored[1:]), today][: len(scored)]
    return [
        (min(last, today), is_qualified)
        for (first, is_qualified), last in zip(scored, ends, strict=True)
        if first <= today and last >= start and first <= last
    ]
