"""Do months, fiscal years and comparisons fall where Microsoft's calendar puts them?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import (
    comparison,
    fiscal_quarter,
    fiscal_year,
    fiscal_year_start,
    month_of,
    months_between,
    plus_months,
)

months = st.dates(date(2000, 1, 1), date(2100, 12, 31)).map(month_of)


@pytest.mark.parametrize(
    ("month", "year", "quarter", "start"),
    [
        (date(2026, 6, 1), 2026, "FY26 Q4", date(2025, 7, 1)),
        (date(2026, 7, 1), 2027, "FY27 Q1", date(2026, 7, 1)),
        (date(2026, 12, 1), 2027, "FY27 Q2", date(2026, 7, 1)),
        (date(2027, 1, 1), 2027, "FY27 Q3", date(2026, 7, 1)),
        (date(2027, 4, 1), 2027, "FY27 Q4", date(2026, 7, 1)),
        (date(2099, 12, 1), 2100, "FY00 Q2", date(2099, 7, 1)),
    ],
)
def test_the_fiscal_year_begins_in_july(month: date, year: int, quarter: str, start: date) -> None:
    assert (fiscal_year(month), fiscal_quarter(month), fiscal_year_start(month)) == (year, quarter, start)


@given(months, st.integers(-600, 600))
def test_months_go_forth_and_back(month: date, count: int) -> None:
    there = plus_months(month, count)
    assert there.day == 1
    assert months_between(month, there) == count
    assert plus_months(there, -count) == month


@given(months)
def test_a_fiscal_year_holds_its_twelve_months(month: date) -> None:
    start = fiscal_year_start(month)
    assert 0 <= months_between(start, month) < 12
    assert {fiscal_year(plus_months(start, number)) for number in range(12)} == {fiscal_year(month)}


@given(months, st.integers(1, 48))
def test_the_previous_period_ends_where_this_one_begins(start: date, length: int) -> None:
    end_before = plus_months(start, length)
    before = comparison(start, end_before, "previous")
    assert before is not None
    assert before[1] == start
    assert months_between(*before) == length
    last_year = comparison(start, end_before, "year")
    assert last_year is not None
    assert months_between(*last_year) == length
    assert months_between(last_year[0], start) == 12


@pytest.mark.parametrize("unknown", [None, "", "decade"])
def test_nothing_is_compared_unless_asked(unknown: str | None) -> None:
    assert comparison(date(2026, 1, 1), date(2026, 4, 1), unknown) is None
