"""Do growth rules pay what one works out by hand?"""

from datetime import date
from decimal import Decimal

import pytest

from domain.incentive_caps import cap_balance, capped_units, cents, shared
from domain.incentive_payments import earnings_due_on
from domain.incentive_rulebook import RuleBook, overlap
from domain.incentives import GrowthMonth, Usage, growth_of_customer, growth_of_series
from tests.data_access.incentive_book import growth, milestone, month, usage

USD = Decimal


def paid(book: RuleBook, **series: list[Usage]) -> list[GrowthMonth]:
    return growth_of_customer(growth_of_series(workload, facts, book) for workload, facts in series.items())


def test_opportunity_and_what_the_cap_buys() -> None:
    """domain, worked case: PAU 1000, prior HWM 400, rate 5, cap 2000."""
    rules = RuleBook(shipped=(growth(cap_usd=USD(2000)),))
    _, latest = paid(rules, EXO=usage((400, 1000), (1000, 1000)))
    assert (latest.prior_hwm, latest.new_units, latest.before_cap) == (400, 600, USD("3000.00"))
    assert (latest.payable, latest.capped_units, latest.balance, latest.remark) == (USD(2000), 400, USD(0), "CAPCUT")


def test_users_not_above_the_mark_earn_nothing() -> None:
    """domain, worked case: MAU 200, prior HWM 200: 0 new units, MAULWPHWM (inclusive)."""
    _, latest = paid(RuleBook(shipped=(growth(),)), EXO=usage((200, 1000), (200, 1000)))
    assert (latest.new_units, latest.payable, latest.refusal_codes) == (0, USD("0.00"), ("MAULWPHWM",))


def test_balance_is_cap_less_earned() -> None:
    """domain, worked case: cap 10000, earned 7400."""
    assert cap_balance(USD(10000), USD(7400)) == 2600
    assert cap_balance(USD(10000), USD(10001)) == 0


def test_usage_of_november_is_due_in_the_middle_of_december() -> None:
    assert earnings_due_on(date(2026, 11, 1)) == date(2026, 12, 16)


def test_users_above_paid_units_do_not_pay_but_raise_the_mark() -> None:
    first, second, third = paid(RuleBook(shipped=(growth(),)), EXO=usage((100, 120), (130, 120), (125, 140)))
    assert (first.new_units, first.payable, first.remark) == (None, USD(0), "HWMUNKNOWN")
    assert (second.prior_hwm, second.new_units, second.payable) == (100, 20, USD("100.00"))
    assert (third.prior_hwm, third.new_units, third.refusal_codes) == (130, 0, ("MAULWPHWM",))


def test_all_codes_that_hold_are_named_in_order() -> None:
    rules = RuleBook(shipped=(growth(minimum_pau=150, time_cap_months=6),))
    _, latest = paid(rules, EXO=usage((200, 300), (150, 149)))
    assert latest.refusal_codes == ("MAULWPHWM", "MINTHNTMT", "MXTMCPMT", "PAULWPHWM")


def test_units_refused_by_rule_neither_pay_nor_use_the_cap() -> None:
    rules = RuleBook(shipped=(growth(minimum_pau=150, cap_usd=USD(100)),))
    small, large = paid(rules, EXO=usage((10, 149), (20, 149), (30, 150)))[1:]
    assert (small.new_units, small.before_cap, small.payable, small.balance) == (10, USD(0), USD(0), USD(100))
    assert (large.payable, large.balance) == (USD(50), USD(50))


def test_time_cap_counts_the_month_of_association_as_the_first() -> None:
    rules = RuleBook(shipped=(growth(time_cap_months=2),))
    facts = usage((10, 900), (20, 900), (30, 900), (40, 900), on=date(2026, 2, 28))
    assert [one.payable for one in paid(rules, EXO=facts)] == [0, 50, 50, 0]


def test_months_before_association_raise_the_mark_and_pay_nothing() -> None:
    facts = usage((10, 900), (50, 900), (60, 900), on=date(2026, 3, 31))
    months = paid(RuleBook(shipped=(growth(),)), EXO=facts)
    assert [one.payable for one in months] == [0, 0, 50]
    assert [one.remark for one in months] == ["NOTCLAIMED", "NOTCLAIMED", None]
    assert {one.starting_hwm for one in months} == {50}


def test_a_gap_keeps_the_mark() -> None:
    months = paid(RuleBook(shipped=(growth(),)), EXO=usage((100, 900), None, (90, 900), (120, 900)))
    assert [(one.prior_hwm, one.new_units) for one in months] == [(None, None), (100, 0), (100, 20)]


def test_unknown_users_pay_nothing_and_say_so() -> None:
    months = paid(RuleBook(shipped=(growth(),)), EXO=usage((100, 900), (None, 900), (120, 900)))
    assert (months[1].before_cap, months[1].payable, months[1].remark) == (None, USD(0), "USAGEUNKNOWN")
    assert months[2].new_units == 20


@pytest.mark.parametrize(("units", "rate", "usd"), [(1, "0.125", "0.12"), (3, "0.125", "0.38"), (1, "0.135", "0.14")])
def test_money_is_rounded_half_even_once(units: int, rate: str, usd: str) -> None:
    rules = RuleBook(shipped=(growth(rates_usd={"EXO": USD(rate)}),))
    assert paid(rules, EXO=usage((10, 900), (10 + units, 900)))[1].payable == USD(usd) == cents(units * USD(rate))


def test_a_customer_cap_hit_inside_a_month_is_shared_pro_rata() -> None:
    """Balance 100 for claims of 100 and 50: 66.67 and 33.33; the odd cent goes to the larger remainder."""
    rules = RuleBook(shipped=(growth(cap_usd=USD(100), cap_scope="customer"),))
    months = paid(rules, EXO=usage((10, 900), (30, 900), (40, 900)), SPO=usage((10, 900), (20, 900), (20, 900)))
    of_february = {one.workload: one.payable for one in months if one.month == month(1)}
    assert of_february == {"EXO": USD("66.67"), "SPO": USD("33.33")}
    after = next(one for one in months if one.workload == "EXO" and one.month == month(2))
    assert (after.before_cap, after.payable, after.remark) == (USD(50), USD(0), "CAPUSED")


def test_equal_remainders_are_served_in_order_of_workload() -> None:
    equal = dict.fromkeys(("SPO", "EXO", "TEAMS"), USD("1.00"))
    assert shared(equal, USD("1.00")) == {"EXO": USD("0.34"), "SPO": USD("0.33"), "TEAMS": USD("0.33")}


def test_a_new_rule_set_opens_a_new_cap_account() -> None:
    old = growth("old", end_before=month(2), cap_usd=USD(60))
    new = growth("new", start=month(2), cap_usd=USD(60), rates_usd={"EXO": USD(6)})
    months = paid(RuleBook(shipped=(old, new)), EXO=usage((10, 900), (30, 900), (35, 900), (45, 900)))
    assert [(one.payable, one.balance) for one in months] == [
        (USD(0), USD(60)),
        (USD(60), USD(0)),
        (USD(30), USD(30)),
        (USD(30), USD(0)),
    ]


def test_own_sets_stand_before_shipped_ones_month_by_month() -> None:
    own = growth("own", start=month(1), end_before=month(2), rates_usd={"EXO": USD(7)})
    book = RuleBook(own=(own,), shipped=(growth("shipped"),))
    months = paid(book, EXO=usage((10, 900), (20, 900), (30, 900)))
    assert [one.payable for one in months] == [0, 70, 50]
    spans = [(one.start, one.rules.name) for one in book.periods() if one.workload == "EXO"]
    assert spans == [(date(2025, 1, 1), "shipped"), (month(1), "own"), (month(2), "shipped")]


def test_without_rules_nothing_is_claimed_to_be_known() -> None:
    (only,) = paid(RuleBook(), EXO=usage((10, 900)))
    assert (only.before_cap, only.payable, only.remark) == (None, None, "NORULES")


def test_only_sets_of_one_family_and_workload_and_month_overlap() -> None:
    early = growth("early", end_before=month(3))
    assert overlap(early, growth("late", start=month(3))) is None
    assert overlap(early, growth("other", rates_usd={"MDE": USD(1)})) is None
    assert overlap(early, milestone()) is None
    assert "EXO, SPO, TEAMS from February 2026" in (overlap(early, growth("late", start=month(1))) or "")


def test_capped_units_are_whole_and_unknown_without_a_rate() -> None:
    assert capped_units(USD("9.99"), USD("2.50")) == 3
    assert capped_units(USD(0), USD(0)) is None
