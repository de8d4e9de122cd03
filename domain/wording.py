"""How is a number or a month said in words? Unknown is said, never shown as zero."""

import math
from datetime import date
from decimal import Decimal

from domain.metrics import Unit
from domain.periods import plus_months

NO_DATA = "no data yet"
Number = int | float | Decimal

_MINUS = "\u2212"
_SCALES = ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k"))
_ROUNDS_UP_FROM = 0.99995
_LISTED = 10_000
_NOUNS = ("users", "units", "customers", "licences", "points", "months", "days")
_COUNTED = {Unit(noun): noun.removesuffix("s") for noun in _NOUNS}


def is_known(value: Number | None) -> bool:
    """Whether there is a number to show.

    >>> is_known(0), is_known(None), is_known(float("nan"))
    (True, False, False)
    """
    return value is not None and math.isfinite(value)


def compact(value: Number | None) -> str:
    """A count in at most four characters and a scale; the exact value belongs on hover.

    >>> compact(12762), compact(999), compact(999_960), compact(2_400_000), compact(-1500), compact(None)
    ('12.8k', '999', '1M', '2.4M', '−1.5k', 'no data yet')
    """
    if value is None or not is_known(value):
        return NO_DATA
    size = abs(float(value))
    for scale, letter in _SCALES:
        if size >= scale * _ROUNDS_UP_FROM:
            return _signed(value, f"{size / scale:.1f}".removesuffix(".0") + letter)
    return _signed(value, f"{size:.1f}".removesuffix(".0"))


def exact(value: Number | None) -> str:
    """A count with every digit.

    >>> exact(12762), exact(-3), exact(2.5), exact(None)
    ('12,762', '−3', '2.5', 'no data yet')
    """
    if value is None or not is_known(value):
        return NO_DATA
    size = _size(value)
    return _signed(value, f"{size:,.0f}" if size == int(size) else f"{size:,.1f}")


def percent(share: Number | None, digits: int = 1) -> str:
    """A share of 0..1 as a percentage.

    >>> percent(0.1834), percent(1.2, 0), percent(None)
    ('18.3%', '120%', 'no data yet')
    """
    if share is None or not is_known(share):
        return NO_DATA
    return _signed(share, f"{abs(float(share)) * 100:.{digits}f}%")


def percentage_points(change: Number | None) -> str:
    """The difference of two shares, in percentage points.

    >>> percentage_points(0.0321), percentage_points(-0.004), percentage_points(0)
    ('+3.2 pts', '−0.4 pts', '±0 pts')
    """
    if change is None or not is_known(change):
        return NO_DATA
    points = round(float(change) * 100, 1)
    return f"{_change_sign(points)}{abs(points):.1f} pts" if points else "±0 pts"


def money(amount: Number | None) -> str:
    """US dollars, without cents from a thousand up, abbreviated from ten thousand up.

    >>> money(Decimal("4500.40")), money(1_260_000), money(Decimal("-12.5")), money(None)
    ('$4,500', '$1.3M', '−$12.50', 'no data yet')
    """
    if amount is None or not is_known(amount):
        return NO_DATA
    size = _size(amount)
    if size >= 10_000:
        return _signed(amount, "$" + compact(size))
    return _signed(amount, f"${size:,.0f}" if size >= 1000 or size == int(size) else f"${size:,.2f}")


def exact_money(amount: Number | None) -> str:
    """US dollars to the cent.

    >>> exact_money(Decimal("1234567.5")), exact_money(-3)
    ('$1,234,567.50', '−$3.00')
    """
    if amount is None or not is_known(amount):
        return NO_DATA
    return _signed(amount, f"${_size(amount):,.2f}")


def short(value: Number | None, unit: Unit) -> str:
    """A number in its unit's short form, without the unit's noun. What a list shows one by one is counted to the last,
    as the list does, up to ten thousand.

    >>> short(0.5, Unit.SHARE), short(15300, Unit.USERS), short(15300, Unit.USD), short(1550, Unit.COUNT)
    ('50.0%', '15.3k', '$15.3k', '1,550')
    """
    if unit is Unit.SHARE:
        return percent(value)
    if unit in (Unit.COUNT, Unit.CUSTOMERS) and value is not None and -_LISTED < value < _LISTED:
        return exact(value)
    return money(value) if unit is Unit.USD else compact(value)


def full(value: Number | None, unit: Unit) -> str:
    """A number with every digit and its unit, for tooltips and sentences.

    >>> full(0.1834, Unit.SHARE), full(1, Unit.USERS), full(12762, Unit.USERS), full(None, Unit.USD)
    ('18.34%', '1 user', '12,762 users', 'no data yet')
    """
    if value is None or not is_known(value):
        return NO_DATA
    if unit is Unit.SHARE:
        return percent(value, 2)
    if unit is Unit.USD:
        return exact_money(value)
    noun = _COUNTED.get(unit)
    return exact(value) if noun is None else counted(value, noun)


def change(now: Number | None, before: Number | None, unit: Unit) -> str | None:
    """The difference to the comparison, signed; None where either side is unknown.

    >>> change(0.52, 0.488, Unit.SHARE), change(1200, 1500, Unit.USERS), change(5, None, Unit.USERS)
    ('+3.2 pts', '−300', None)
    >>> change(4, 4, Unit.CUSTOMERS)
    '±0'
    """
    if now is None or before is None or not is_known(now) or not is_known(before):
        return None
    if unit is Unit.SHARE:
        return percentage_points(float(now) - float(before))
    moved = Decimal(str(now)) - Decimal(str(before))
    if not moved:
        return "±0"
    return f"{_change_sign(moved)}{short(abs(moved), unit)}"


def counted(count: Number, noun: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "customer"), counted(3, "customer"), counted(0, "opportunity", "opportunities")
    ('1 customer', '3 customers', '0 opportunities')
    """
    return f"{exact(count)} {noun if count == 1 else plural or noun + 's'}"


def month(first: date | None) -> str:
    """A month.

    >>> month(date(2026, 10, 1)), month(None)
    ('Oct 2026', 'no data yet')
    """
    return f"{first:%b %Y}" if first else NO_DATA


def day(on: date | None) -> str:
    """A day, without the ambiguity of slashes.

    >>> day(date(2026, 11, 8))
    '8 Nov 2026'
    """
    return f"{on.day} {on:%b %Y}" if on else NO_DATA


def month_range(start: date, end_before: date) -> str:
    """A half-open range of months.

    >>> month_range(date(2025, 11, 1), date(2026, 11, 1)), month_range(date(2026, 10, 1), date(2026, 11, 1))
    ('Nov 2025 to Oct 2026', 'Oct 2026')
    """
    last = plus_months(end_before, -1)
    return month(start) if last <= start else f"{month(start)} to {month(last)}"


def _size(value: Number) -> Decimal:
    return abs(value if isinstance(value, Decimal) else Decimal(str(value)))


def _signed(value: Number, size: str) -> str:
    return _MINUS + size if value < 0 and any(digit in size for digit in "123456789") else size


def _change_sign(value: Number) -> str:
    return "+" if value > 0 else _MINUS
