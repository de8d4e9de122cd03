"""Does one qualified day in the current month or the five full months before it suffice, and no other day?"""

from datetime import date

import pytest

from domain.eligibility_window import qualification

TODAY = date(2026, 11, 23)


def test_the_window_is_this_month_and_five_full_ones() -> None:
    assert qualification([], TODAY).window_start == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("last_qualified_day", "is_qualified", "lapses_on"),
    [
        (date(2026, 5, 31), False, None),
        (date(2026, 6, 1), True, date(2026, 12, 1)),
        (date(2026, 10, 31), True, date(2027, 4, 1)),
    ],
)
def test_the_first_day_of_the_window_suffices_and_the_day_before_does_not(
    last_qualified_day: date, is_qualified: bool, lapses_on: date | None
) -> None:
    following = date.fromordinal(last_qualified_day.toordinal() + 1)
    judged = qualification([(date(2026, 1, 20), True), (following, False)], TODAY)
    assert judged.is_qualified is is_qualified
    assert judged.qualifying_on == (last_qualified_day if is_qualified else None)
    assert judged.lapses_on == lapses_on


def test_a_score_that_still_holds_qualifies_today() -> None:
    judged = qualification([(date(2026, 3, 20), True)], TODAY)
    assert judged.qualifying_on == TODAY
    assert judged.lapses_on == date(2027, 5, 1)


def test_a_score_of_tomorrow_does_not_count() -> None:
    assert qualification([(date(2026, 11, 24), True)], TODAY).is_qualified is False


def test_order_does_not_matter() -> None:
    scored = [(date(2026, 6, 20), False), (date(2026, 5, 20), True)]
    assert qualification(scored, TODAY).qualifying_on == date(2026, 6, 19)


def test_an_unknown_day_leaves_the_answer_open_until_a_known_one_decides() -> None:
    assert qualification([(date(2026, 7, 20), None)], TODAY).is_qualified is None
    assert qualification([(date(2026, 7, 20), None), (date(2026, 8, 20), True)], TODAY).is_qualified is True
    assert qualification([(date(2026, 2, 20), None), (date(2026, 5, 20), False)], TODAY).is_qualified is False
