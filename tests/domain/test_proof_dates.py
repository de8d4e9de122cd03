"""Are dates read as they are written around the world, and never more surely than they can be?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.proof.dates import dates_in, months_earlier

SEPTEMBER = date(2026, 9, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-12",
        "2026/09/12",
        "2026.09.12",
        "20260912",
        "12.09.2026",
        "12. 9. 2026",
        "12 September 2026",
        "12th of September, 2026",
        "September 12, 2026",
        "Sept. 12th, 2026",
        "12-Sep-2026",
        "12 SEP 26",
        "12/Sep/2026",
        "12. September 2026",
        "le 12 septembre 2026",
        "12 de septiembre de 2026",
        "12 settembre 2026",
        "12 de setembro de 2026",
        "12 september 2026",
        "12 września 2026",
        "12. syyskuuta 2026",
        "12 Eylül 2026",
        "2026 Sep 12",
        "2026年9月12日",
        "2026년 9월 12일",
        "令和8年9月12日",
        "2026-09-12T10:31:00Z",
    ],
)
def test_a_date_is_read_in_the_one_way_it_can_be(text: str) -> None:
    assert [each.readings for each in dates_in(f"Signed {text}.")] == [(SEPTEMBER,)]


def test_day_and_month_that_could_change_places_stay_open() -> None:
    assert dates_in("03/04/2026")[0].readings == (date(2026, 4, 3), date(2026, 3, 4))
    assert dates_in("03-04-2026")[0].is_ambiguous
    assert len(dates_in("10/11/12")[0].readings) == 3
    assert dates_in("09/09/2026")[0].readings == (date(2026, 9, 9),)
    assert dates_in("25/09/2026")[0].readings == (date(2026, 9, 25),)
    assert dates_in("09/25/2026")[0].readings == (date(2026, 9, 25),)


def test_other_dates_of_the_document_settle_the_order() -> None:
    assert [each.readings for each in dates_in("01/25/2026 03/04/2026")][1] == (date(2026, 3, 4),)
    assert [each.readings for each in dates_in("25/01/2026 03/04/2026")][1] == (date(2026, 4, 3),)
    # Both orders in one document settle nothing.
    assert dates_in("25/01/2026 01/25/2026 03/04/2026")[2].is_ambiguous


@pytest.mark.parametrize(
    "text", ["31/02/2026", "12 license 2026", "version 1.2.3", "99.99.2026", "1234567890", "Q3 2026"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 23), 12, date(2025, 11, 23)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, earlier: date) -> None:
    assert months_earlier(day, months) == earlier


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d/%m/%Y"])
)
def test_what_is_written_is_among_what_is_read(day: date, pattern: str) -> None:
    found = dates_in(f"dated {day.strftime(pattern)} in Berlin")
    assert len(found) == 1
    assert day in found[0].readings
