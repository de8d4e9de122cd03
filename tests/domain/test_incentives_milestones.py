"""Do milestone rules pay the right step in the right month, and say why not?"""

from datetime import date
from decimal import Decimal

import pytest

from domain.incentive_milestones import Milestone, milestones_of_series, reaches
from domain.incentive_rulebook import RuleBook
from domain.incentives import Usage
from tests.data_access.incentive_book import milestone, month, usage


def ladder(facts: list[Usage], *rules: object) -> dict[tuple[str, int], Milestone]:
    book = RuleBook(shipped=rules or (milestone(),))  # type: ignore[arg-type]
    return {(one.rule_set, one.step): one for one in milestones_of_series("EXO", facts, book)}


def test_steps_are_compared_in_whole_numbers() -> None:
    """domain, worked case: PAU 1000, MAU 150: 15.0 %, reached."""
    assert reaches(150, 1000, 15)
    found = ladder(usage((149, 1000), (150, 1000)))
    assert (found["milestone", 15].reached_on, found["milestone", 15].amount) == (month(1), Decimal(300))
    assert (found["milestone", 40].reached_on, found["milestone", 40].users_to_next) == (None, 250)
    assert (found["milestone", 40].value, found["milestone", 40].amount) == (Decimal(600), None)


@pytest.mark.parametrize(("pau", "reached_on", "blocked"), [(149, None, "MINTHNTMT"), (150, month(1), None)])
def test_the_minimum_is_inclusive(pau: int, reached_on: date | None, blocked: str | None) -> None:
    """domain, worked case: PAU 149 not eligible, 150 eligible."""
    lowest = ladder(usage((1, pau), (30, pau)))["milestone", 15]
    assert (lowest.reached_on, lowest.blocked_by) == (reached_on, blocked)


def test_several_steps_in_one_month_all_pay_in_that_months_band() -> None:
    found = ladder(usage((10, 900), (450, 1000), (450, 2000)))
    assert [(one.reached_on, one.amount, one.band) for one in found.values()] == [
        (month(1), Decimal("300.00"), "L"),
        (month(1), Decimal("600.00"), "L"),
    ]


def test_a_step_pays_once_also_after_a_dip() -> None:
    found = ladder(usage((10, 900), (150, 900), (10, 900), (200, 900)))
    assert (found["milestone", 15].reached_on, found["milestone", 15].users_to_next) == (month(1), 0)


def test_claimed_above_a_step_earns_nothing_for_it() -> None:
    found = ladder(usage((10, 900), (150, 900), (400, 900), on=date(2026, 3, 1)))
    assert (found["milestone", 15].amount, found["milestone", 15].blocked_by) == (Decimal(0), "CLAIMEDABOVE")
    assert (found["milestone", 40].amount, found["milestone", 40].blocked_by) == (Decimal(200), None)


def test_above_a_step_in_the_first_known_month_is_no_reaching() -> None:
    lowest = ladder(usage((300, 900), (310, 900)))["milestone", 15]
    assert (lowest.reached_on, lowest.amount, lowest.blocked_by) == (month(0), Decimal(0), "HISTORYUNKNOWN")


def test_an_unclaimed_workload_shows_its_ladder_without_money() -> None:
    found = ladder(usage((10, 900), (150, 900), on=None))
    assert (found["milestone", 15].amount, found["milestone", 15].blocked_by) == (Decimal(0), "NOTCLAIMED")
    assert (found["milestone", 40].value, found["milestone", 40].blocked_by) == (Decimal(200), "NOTCLAIMED")


def test_after_the_time_cap_steps_pay_nothing() -> None:
    rules = milestone(time_cap_months=2)
    found = ladder(usage((10, 900), (10, 900), (150, 900), on=date(2026, 1, 31)), rules)
    assert (found["milestone", 15].amount, found["milestone", 15].blocked_by) == (Decimal(0), "MXTMCPMT")


def test_earlier_rules_keep_what_was_reached_and_new_ones_do_not_pay_it_again() -> None:
    old = milestone("old", end_before=month(2))
    new = milestone("new", start=month(2), steps_percent=(15, 60))
    found = ladder(usage((10, 900), (200, 900), (600, 900)), old, new)
    assert set(found) == {("old", 15), ("new", 15), ("new", 60)}
    assert (found["old", 15].amount, found["new", 15].amount, found["new", 60].amount) == (
        Decimal(100),
        Decimal(0),
        Decimal(200),
    )
    assert found["new", 15].blocked_by == "OTHERRULES"


def test_unknown_usage_is_said() -> None:
    lowest = ladder(usage((10, 900), (None, 900)))["milestone", 15]
    assert (lowest.users_to_next, lowest.blocked_by) == (None, "USAGEUNKNOWN")
