"""How many working days lie between two days, in one country's calendar?

Microsoft's own calendar is not public, so the country is configuration and every count an approximation of it.
"""

from datetime import date, timedelta
from functools import cache

import holidays

from domain.errors import BadInput

_DAY = timedelta(days=1)


@cache
def _weekend(country: str) -> frozenset[int]:
    try:
        return frozenset(holidays.country_holidays(country, years=2026).weekend)
    except NotImplementedError as unknown:
        raise BadInput(
            f"No holiday calendar is known for '{country}'. Use a two-letter country code such as US or DE."
        ) from unknown


@cache
def _closed_days(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


def is_business_day(day: date, country: str = "US") -> bool:
    """Whether offices of a country (ISO 3166 two-letter code) work on a day.

    >>> is_business_day(date(2026, 11, 26)), is_business_day(date(2026, 11, 26), "DE")
    (False, True)
    """
    return day.weekday() not in _weekend(country) and day not in _closed_days(country, day.year)


def plus_business_days(day: date, count: int, country: str = "US") -> date:
    """The last day of a window of `count` business days that opens on the day after `day`.

    >>> plus_business_days(date(2026, 11, 20), 5)
    datetime.date(2026, 11, 30)
    """
    while count > 0:
        day += _DAY
        count -= is_business_day(day, country)
    return day


def business_days_left(today: date, last_day: date, country: str = "US") -> int:
    """Business days after `today` up to and with `last_day`: 0 on the last day, negative once it has passed.

    Past the last day at least -1, also when only a weekend has passed since.

    >>> business_days_left(date(2026, 11, 23), date(2026, 11, 30))
    4
    >>> business_days_left(date(2026, 12, 1), date(2026, 11, 30))
    -1
    """
    if today > last_day:
        return min(-1, -business_days_left(last_day, today, country))
    return sum(
        is_business_day(today + timedelta(days=ahead), country) for ahead in range(1, (last_day - today).days + 1)
    )
