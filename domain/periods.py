"""Which months does a period name? Ranges are half-open; months are first-of-month dates.

Microsoft's fiscal year starts on 1 July (LEARN: fiscal calendar): FY27 is July 2026 to June 2027.
"""

from datetime import date

FISCAL_YEAR_FIRST_MONTH = 7


def month_of(day: date) -> date:
    """The month a day lies in.

    >>> month_of(date(2026, 10, 31))
    datetime.date(2026, 10, 1)
    """
    return day.replace(day=1)


def plus_months(month: date, count: int) -> date:
    """The first of the month `count` months later (earlier when negative).

    >>> plus_months(date(2026, 11, 1), 3), plus_months(date(2026, 1, 1), -1)
    (datetime.date(2027, 2, 1), datetime.date(2025, 12, 1))
    """
    index = month.year * 12 + month.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def months_between(start: date, end_before: date) -> int:
    """How many months a half-open range holds.

    >>> months_between(date(2026, 1, 1), date(2026, 4, 1))
    3
    """
    return (end_before.year - start.year) * 12 + end_before.month - start.month


def fiscal_year(month: date) -> int:
    """The fiscal year a month belongs to, named by the year it ends in.

    >>> fiscal_year(date(2026, 7, 1)), fiscal_year(date(2026, 6, 1))
    (2027, 2026)
    """
    return month.year + (1 if month.month >= FISCAL_YEAR_FIRST_MONTH else 0)


def fiscal_year_start(month: date) -> date:
    """The July that opened this month's fiscal year.

    >>> fiscal_year_start(date(2026, 10, 1))
    datetime.date(2026, 7, 1)
    """
    return date(fiscal_year(month) - 1, FISCAL_YEAR_FIRST_MONTH, 1)


def fiscal_quarter(month: date) -> str:
    """The fiscal quarter, in Microsoft's wording.

    >>> fiscal_quarter(date(2026, 10, 1)), fiscal_quarter(date(2027, 6, 1))
    ('FY27 Q2', 'FY27 Q4')
    """
    quarter = (month.month - FISCAL_YEAR_FIRST_MONTH) % 12 // 3 + 1
    return f"FY{fiscal_year(month) % 100:02d} Q{quarter}"


def comparison(start: date, end_before: date, compare: str | None) -> tuple[date, date] | None:
    """The range to compare with: "previous" (the same length just before), "year" (a year earlier) or None.

    >>> comparison(date(2026, 8, 1), date(2026, 11, 1), "previous")
    (datetime.date(2026, 5, 1), datetime.date(2026, 8, 1))
    """
    if compare == "previous":
        return plus_months(start, -months_between(start, end_before)), start
    if compare == "year":
        return plus_months(start, -12), plus_months(end_before, -12)
    return None
