"""Do the incentive questions answer what one works out by hand?"""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from domain.incentive_rulebook import RuleBook
from domain.incentive_scenarios import Scenario
from tests.data_access.incentive_book import IncentiveBook, growth, milestone, month, usage

RULE_BOOK = RuleBook(shipped=(growth(cap_usd=Decimal(400), minimum_pau=11), milestone()))


def small_book() -> IncentiveBook:
    """Two customers at 5 USD a unit, cap 400 per workload.

    a/EXO of 900: unknown, then 30 units (150.00), none, 70 units (350.00 cut to 250.00); 15 % reached in April.
    a/SPO of 150, not claimed. b/EXO of 1000: 60 units (300.00); 20 units (100.00); 40 % reached in March.
    """
    book = IncentiveBook(RULE_BOOK)
    book.used("a", "EXO", usage((60, 900), (90, 900), (80, 900), (160, 900)))
    book.used("a", "SPO", usage((20, 150), (22, 150), on=None))
    book.used("b", "EXO", usage((330, 1000), (390, 1000), (410, 1000)))
    book.earned("a", "EXO", date(2026, 2, 1), "150.00", mau=90, compensable_units=30)
    book.earned("a", "EXO", date(2026, 4, 1), "200.00", mau=160, compensable_units=50, payment_status="Upcoming")
    book.earned("b", "EXO", date(2026, 2, 1), "240.00", mau=390, compensable_units=60, rate=Decimal(4))
    book.earned("b", "EXO", date(2026, 4, 1), "100.00", payment_status="Unprocessed")
    book.earned("b", "EXO", date(2026, 2, 1), "7.00", claim_id="9999")
    book.earned("nobody", "EXO", date(2026, 2, 1), "10.00", currency="EUR", amount=Decimal("9.00"))
    return book.build()


@pytest.fixture(scope="module")
def book() -> IncentiveBook:
    return small_book()


def test_ledger_pays_until_the_cap_and_shows_what_was_reported(book: IncentiveBook) -> None:
    found = book.ask("incentives/ledger", tenant="a", workloads=["EXO"])
    assert found.select("new_units", "before_cap_usd", "payable_usd", "capped_units", "cap_balance_usd").rows() == [
        (None, None, Decimal("0.00"), 0, Decimal("400.00")),
        (30, Decimal("150.00"), Decimal("150.00"), 30, Decimal("250.00")),
        (0, Decimal("0.00"), Decimal("0.00"), 0, Decimal("250.00")),
        (70, Decimal("350.00"), Decimal("250.00"), 50, Decimal("0.00")),
    ]
    assert found["refusal_codes"].to_list() == ["", "", "MAULWPHWM", ""]
    assert found["remark"].to_list() == ["HWMUNKNOWN", None, None, "CAPCUT"]
    assert found["reported_usd"].to_list() == [None, Decimal("150.00"), None, Decimal("200.00")]
    assert found["estimated_usd"].to_list() == [Decimal(usd) for usd in ("0.00", "150.00", "0.00", "250.00")]
    assert found["milestone_usd"].to_list() == [Decimal(usd) for usd in ("0.00", "0.00", "0.00", "100.00")]


def test_a_shorter_period_keeps_the_balance_of_the_whole_history(book: IncentiveBook) -> None:
    (only,) = book.ask("incentives/ledger", tenant="a", workloads=["EXO"], start=month(3))["cap_balance_usd"].to_list()
    assert only == 0


def test_another_viewer_sees_own_customers_only(book: IncentiveBook) -> None:
    assert book.ask("incentives/ledger", sees_all=False, viewer_user="bob").height == 0
    assert book.ask("incentives/ledger", sees_all=False, viewer_user="ana").height == 9


def test_milestones_name_month_amount_and_missing_users(book: IncentiveBook) -> None:
    found = book.ask("incentives/milestones")
    rows = found.select("tenant_id", "workload", "step", "reached_on", "users_to_next", "amount_usd", "blocked_by")
    assert rows.rows() == [
        ("a", "EXO", 15, month(3), 0, Decimal("100.00"), None),
        ("a", "EXO", 40, None, 200, None, None),
        ("a", "SPO", 15, None, 1, None, "NOTCLAIMED"),
        ("a", "SPO", 40, None, 38, None, "NOTCLAIMED"),
        ("b", "EXO", 15, month(0), 0, Decimal("0.00"), "HISTORYUNKNOWN"),
        ("b", "EXO", 40, month(2), 0, Decimal("600.00"), None),
    ]


def test_ladder_carries_the_nine_fields_and_what_is_next(book: IncentiveBook) -> None:
    (found,) = book.ask("incentives/ladder", tenant="b").to_dicts()
    assert (found["mau"], found["pau"], found["prior_hwm"], found["starting_hwm"]) == (410, 1000, 390, None)
    assert (found["opportunity_units"], found["potential_usd"], found["rate"]) == (610, 3050, 5)
    assert (found["cap_used_usd"], found["cap_balance_usd"], found["max_compensable_units"]) == (400, 0, 0)
    assert (found["remaining_units"], found["remaining_usd"], found["growth_blocked_by"]) == (590, 0, "CAPUSED")
    assert (found["step_reached"], found["next_step"], found["step_group"]) == (40, None, "all_reached")
    assert (found["claim_id"], found["is_current"]) == ("claim b EXO", False)
    groups = dict(book.ask("incentives/ladder", tenant="a").select("workload", "step_group").rows())
    assert groups == {"EXO": "reached_this_month", "SPO": "within_10_percent"}
    assert book.ask("incentives/ladder", step_group="within_10_percent")["workload"].to_list() == ["SPO"]


def test_the_ladder_by_potential_begins_with_what_is_still_current(book: IncentiveBook) -> None:
    found = book.ask("incentives/ladder", sort_by="potential_usd").select("is_current", "potential_usd").rows()
    current = [potential for is_current, potential in found if is_current]
    assert current == sorted(current, reverse=True)
    assert len(current) > 0
    assert all(not is_current for is_current, _ in found[len(current) :])


def test_funnel_counts_every_series_once_per_step(book: IncentiveBook) -> None:
    found = book.ask("incentives/funnel")
    assert found.select("step", "step_group", "series_count", "blocked_count").rows() == [
        (15, "reached", 1, 1),
        (15, "reached_this_month", 1, 0),
        (15, "within_10_percent", 1, 1),
        (40, "later", 2, 1),
        (40, "reached", 1, 0),
    ]


def test_waterfall_adds_up_to_unit_and_cent(book: IncentiveBook) -> None:
    found = {row["step"]: row for row in book.ask("incentives/waterfall").to_dicts()}
    units = {step: row["units"] for step, row in found.items()}
    # Unknown marks: 60 + 330; not claimed: 20 + 22; below: 60 + 80 + 90 + 330 + 390; eligible: 30 + 70 + 60 + 20.
    assert (units["active_users"], units["not_claimed"], units["hwm_unknown"]) == (1562, -42, -390)
    assert (units["at_or_below_mark"], units["above_paid_units"], units["refused"]) == (-950, 0, 0)
    changes = sum(row["units"] for row in found.values() if not row["is_total"] and row["units"] is not None)
    assert units["active_users"] + changes == units["eligible"] == 180
    assert found["at_the_rate"]["amount_usd"] == 900
    assert found["at_the_rate"]["amount_usd"] + found["cut_by_cap"]["amount_usd"] == found["payable"]["amount_usd"]
    assert found["payable"]["amount_usd"] == 800


@pytest.mark.parametrize("tenant", ["a", "b"])
def test_one_customers_waterfall_equals_the_rolled_up_one(book: IncentiveBook, tenant: str) -> None:
    alone = IncentiveBook(RULE_BOOK)
    alone.series = {key: facts for key, facts in book.series.items() if key[0] == tenant}
    assert book.ask("incentives/waterfall", tenant=tenant).equals(alone.build().ask("incentives/waterfall"))


def test_waterfall_takes_out_what_is_above_paid_units_or_refused() -> None:
    odd = IncentiveBook(RULE_BOOK)
    odd.used("a", "EXO", usage((2, 10), (5, 10), (130, 120), (None, 120), (140, None)))
    found = {row["step"]: row["units"] for row in odd.build().ask("incentives/waterfall").to_dicts()}
    assert (found["active_users"], found["hwm_unknown"], found["at_or_below_mark"]) == (277, -142, -7)
    assert (found["above_paid_units"], found["refused"], found["eligible"]) == (-10, -3, 115)


def test_months_hold_estimate_beside_report(book: IncentiveBook) -> None:
    found = book.ask("incentives/by_month").select(
        "month", "growth_usd", "milestone_usd", "estimated_usd", "reported_usd"
    )
    assert found.rows() == [
        (month(0), Decimal("0.00"), Decimal("0.00"), Decimal("0.00"), None),
        (month(1), Decimal("450.00"), Decimal("0.00"), Decimal("450.00"), Decimal("407.00")),
        (month(2), Decimal("100.00"), Decimal("600.00"), Decimal("100.00"), None),
        (month(3), Decimal("250.00"), Decimal("100.00"), Decimal("250.00"), Decimal("300.00")),
    ]
    by_manager = book.ask("incentives/by_month", slice_by="account_manager", start=month(1), end_before=month(2))
    assert dict(by_manager.select("slice", "reported_usd").rows()) == {"Ana": 397, "Unknown customer": 10}
    assert book.ask("incentives/by_month", tenant="a")["reported_usd"].to_list()[1] == 150


def test_milestones_pay_until_a_date_and_growth_after_and_no_month_pays_twice() -> None:
    # 15 % of 1000 reached in February by milestone rules (300.00); 40 % in April, when growth rules pay 240 units.
    handover = RuleBook(shipped=(growth(start=month(2)), milestone()))
    book = IncentiveBook(handover).used("a", "EXO", usage((100, 1000), (160, 1000), (160, 1000), (400, 1000))).build()
    found = book.ask("incentives/ledger").select("family", "milestone_usd", "payable_usd", "estimated_usd")
    assert found.rows() == [
        ("milestone", Decimal("0.00"), Decimal("0.00"), Decimal("0.00")),
        ("milestone", Decimal("300.00"), Decimal("300.00"), Decimal("300.00")),
        ("growth", Decimal("0.00"), Decimal("0.00"), Decimal("0.00")),
        ("growth", Decimal("600.00"), Decimal("1200.00"), Decimal("1200.00")),
    ]
    assert book.ask("incentives/by_month")["estimated_usd"].sum() == 1500
    assert book.ask("incentives/by_workload")["estimated_usd"].to_list() == [1500]


def test_statuses_keep_the_original_currency_beside_usd(book: IncentiveBook) -> None:
    found = book.ask("incentives/by_status").select(
        "status_group", "currency", "earnings_count", "amount", "amount_usd"
    )
    assert found.rows() == [
        ("earned", "USD", 1, Decimal("100.00"), Decimal("100.00")),
        ("upcoming", "USD", 1, Decimal("200.00"), Decimal("200.00")),
        ("paid", "EUR", 1, Decimal("9.00"), Decimal("10.00")),
        ("paid", "USD", 3, Decimal("397.00"), Decimal("397.00")),
    ]
    assert book.ask("incentives/by_status", tenant="a")["amount_usd"].to_list() == [200, 150]


def test_caps_show_what_is_used_and_when_it_was_hit(book: IncentiveBook) -> None:
    found = book.ask("incentives/caps").select("tenant_id", "workload", "used_usd", "balance_usd", "cut_usd", "hit_on")
    assert sorted(found.rows()) == [
        ("a", "EXO", Decimal("400.00"), Decimal("0.00"), Decimal("100.00"), month(3)),
        ("b", "EXO", Decimal("400.00"), Decimal("0.00"), Decimal("0.00"), None),
    ]


def test_a_customers_cap_is_one_account_whatever_workload_is_looked_at() -> None:
    shared = IncentiveBook(RuleBook(shipped=(growth(cap_usd=Decimal(100), cap_scope="customer"),)))
    shared.used("a", "EXO", usage((10, 900), (30, 900))).used("a", "SPO", usage((10, 900), (20, 900)))
    shared.build()
    assert shared.ask("incentives/ledger", start=month(1))["payable_usd"].to_list() == [
        Decimal("66.67"),
        Decimal("33.33"),
    ]
    (account,) = shared.ask("incentives/caps", workloads=["SPO"]).to_dicts()
    assert (account["workload"], account["used_usd"], account["used_share"]) == (None, 100, 1.0)


def test_differences_name_their_cause_and_the_days_left(book: IncentiveBook) -> None:
    found = book.ask("incentives/differences", today=date(2026, 6, 1))
    rows = found.select("tenant_id", "month", "claim_id", "expected_usd", "reported_usd", "cause", "days_left").rows()
    assert sorted(rows, key=repr) == sorted(
        [
            ("a", month(3), "claim a EXO", Decimal("250.00"), Decimal("200.00"), "cap", 29),
            ("b", month(1), "claim b EXO", Decimal("300.00"), Decimal("240.00"), "rate", -30),
            ("b", month(1), "9999", None, Decimal("7.00"), "claim", -30),
            ("b", month(2), "claim b EXO", Decimal("100.00"), None, "date_shift", 44),
            ("b", month(3), "claim b EXO", None, Decimal("100.00"), "date_shift", 29),
        ],
        key=repr,
    )
    assert found.filter(pl.col("month") == month(2))["due_on"].to_list() == [date(2026, 4, 16)]
    assert book.ask("incentives/differences", with_agreeing=True).height == 6
    assert book.ask("incentives/differences", cause="rate")["days_left"].to_list() == [None]


def test_other_causes_are_told_apart() -> None:
    other = IncentiveBook(RuleBook(shipped=(growth(time_cap_months=10),)))
    facts = usage(*((10 * number, 900) for number in range(1, 8)), on=date(2025, 6, 1))
    other.used("a", "EXO", facts)
    # 50.00 a month from February; the time cap is met from April on.
    other.earned("a", "EXO", date(2026, 2, 1), "50.00", compensable_units=10, claim_id=None)
    other.earned("a", "EXO", date(2026, 4, 1), "44.00", compensable_units=10)
    other.used("b", "EXO", usage((10, 900), (20, 900), (30, 900), (40, 900)))
    other.earned("b", "EXO", date(2026, 2, 1), "40.00", compensable_units=8)
    other.refused.append(("b", "EXO", month(2), "IVDPOE"))
    other.used("c", "EXO", usage((10, 900), (20, 900), (30, 900)))
    other.earned("c", "EXO", date(2026, 2, 1), "30.00", compensable_units=10)
    found = other.build().ask("incentives/differences", with_agreeing=True)
    causes = {(row["tenant_id"], row["month"]): row["cause"] for row in found.to_dicts()}
    assert causes == {
        ("a", month(1)): "agrees",
        ("a", month(2)): "missing",
        ("a", month(3)): "rules",
        ("a", month(4)): "agrees",
        ("a", month(5)): "agrees",
        ("a", month(6)): "agrees",
        ("b", month(1)): "units",
        ("b", month(2)): "refused",
        ("b", month(3)): "agrees",
        ("c", month(1)): "unexplained",
        ("c", month(2)): "missing",
    }
    refused = found.filter((pl.col("tenant_id") == "b") & (pl.col("cause") == "refused"))
    assert refused["refusal_codes"].to_list() == ["IVDPOE"]


def test_months_outside_the_export_are_no_differences_to_dispute() -> None:
    short = IncentiveBook(RuleBook(shipped=(growth(),)))
    short.used("a", "EXO", usage((10, 900), (20, 900), (30, 900), (40, 900)))
    short.earned("a", "EXO", date(2026, 3, 1), "50.00")
    found = short.build().ask("incentives/causes")
    assert found.select("cause", "months_count", "difference_usd").rows() == [
        ("agrees", 1, Decimal("0.00")),
        ("after_export", 1, Decimal("-50.00")),
        ("before_export", 1, Decimal("-50.00")),
    ]


def test_milestones_are_compared_where_the_export_carries_them() -> None:
    both = IncentiveBook(RuleBook(shipped=(milestone(),)))
    both.used("a", "EXO", usage((10, 900), (150, 900), (400, 900)))
    both.earned("a", "EXO", date(2026, 2, 1), "100.00", milestone="15%")
    both.earned("a", "EXO", date(2026, 3, 1), "150.00", milestone="40%")
    found = both.build().ask("incentives/differences", with_agreeing=True)
    assert found.select("family", "expected_usd", "reported_usd", "cause").rows() == [
        ("milestone", Decimal("200.00"), Decimal("150.00"), "unexplained"),
        ("milestone", Decimal("100.00"), Decimal("100.00"), "agrees"),
    ]
    ledger = both.ask("incentives/ledger")
    assert ledger["family"].to_list() == ["milestone"] * 3
    assert ledger["payable_usd"].to_list() == ledger["estimated_usd"].to_list() == [0, 100, 200]


def test_rates_are_derived_from_the_export_beside_the_card(book: IncentiveBook) -> None:
    found = book.ask("incentives/derived_rates").select("workload", "month", "derived_rate", "rates_count", "card_rate")
    assert found.rows() == [
        ("EXO", month(1), Decimal(5), 2, Decimal(5)),
        ("EXO", month(3), Decimal(5), 1, Decimal(5)),
    ]


def test_a_rate_in_another_currency_is_told_in_usd() -> None:
    euro = IncentiveBook(RULE_BOOK).used("a", "EXO", usage((10, 900), (20, 900)))
    values = {"currency": "EUR", "amount": Decimal("40.00"), "rate": Decimal(4), "compensable_units": 10}
    euro.earned("a", "EXO", date(2026, 2, 1), "50.00", **values)
    euro.earned("a", "EXO", date(2026, 3, 1), "60.00", rate=None, compensable_units=10)
    assert euro.build().ask("incentives/derived_rates")["derived_rate"].to_list() == [Decimal(5), Decimal(6)]


def test_unmatched_earnings_are_listed_and_counted(book: IncentiveBook) -> None:
    found = book.ask("incentives/unmatched").select("unmatched_by", "tenant_id", "claim_id", "amount_usd")
    assert found.rows() == [
        ("tenant", "nobody", "claim nobody EXO", Decimal("10.00")),
        ("claim", "b", "9999", Decimal("7.00")),
    ]
    (first,) = book.ask("incentives/unmatched", page_size=1).select("amount_usd", "total_count").rows()
    assert first == (Decimal("10.00"), 2)
    (second,) = book.ask("incentives/unmatched", page_size=1, skip_rows=1).select("amount_usd", "total_count").rows()
    assert second == (Decimal("7.00"), 2)
    assert book.ask("incentives/unmatched", search="9999")["tenant_id"].to_list() == ["b"]
    assert book.ask("incentives/unmatched", search="NOBODY", tenant="b").is_empty()
    assert book.ask("incentives/unmatched", tenant="b", sort_by="month")["claim_id"].to_list() == ["9999"]
    assert book.ask("incentives/reconcile", tenant="b").filter(part="unknown_claim")["amount_usd"].to_list() == [7]
    parts = dict(book.ask("incentives/reconcile").select("part", "amount_usd").rows())
    assert list(parts)[-1] == "total"
    assert parts == {"matched": 690, "unknown_claim": 7, "unknown_tenant": 10, "total": 707}
    assert book.ask("incentives/unmatched", sees_all=False, viewer_user="ana")["unmatched_by"].to_list() == ["claim"]
    assert (
        dict(book.ask("incentives/reconcile", sees_all=False, viewer_user="ana").select("part", "amount_usd").rows())[
            "total"
        ]
        == 697
    )


@pytest.mark.parametrize("column", ["transaction_on", "earning_on"])
def test_the_date_that_agrees_with_usage_is_proposed(column: str) -> None:
    dated = IncentiveBook(RULE_BOOK, usage_month_column=column)
    dated.used("a", "EXO", usage((60, 900), (90, 900), (100, 900)))
    when = {"transaction_on": date(2026, 3, 31), "earning_on": date(2026, 3, 31), column: date(2026, 2, 15)}
    dated.earned("a", "EXO", date(2026, 1, 1), "150.00", mau=90, **when)
    found = dated.build().ask("incentives/usage_month")
    assert found["is_proposed"].to_list() == [True, False]
    assert found["date_column"].to_list()[0] == column
    assert found["agreeing_share"].to_list() == [1.0, 0.0]
    assert dated.table("reported")["month"].to_list() == [month(1)]


def test_rules_and_steps_are_told_with_their_months(book: IncentiveBook) -> None:
    found = (
        book.ask("incentives/rules", workloads=["EXO"])
        .select("family", "start", "end_before", "rate", "cap_usd")
        .rows()
    )
    assert found == [
        ("growth", date(2025, 1, 1), None, Decimal(5), Decimal(400)),
        ("milestone", date(2025, 1, 1), None, None, None),
    ]
    assert book.ask("incentives/steps").select("step", "band", "amount_usd").rows()[0] == (15, "S", Decimal("100.00"))


def test_an_unchanged_scenario_equals_the_ledger(book: IncentiveBook) -> None:
    (found,) = book.ask("incentives/what_if").to_dicts()
    assert found["scenario"] == Scenario().name
    assert (found["base_usd"], found["scenario_usd"], found["change_usd"]) == (800, 800, 0)
    (steps,) = book.ask("incentives/what_if_steps").to_dicts()
    assert (steps["base_usd"], steps["scenario_usd"]) == (700, 700)


def test_what_if_changes_rate_and_cap_by_customer(book: IncentiveBook) -> None:
    """Rate 6: a 180 + 420, b 360 + 120; a cap of 500 leaves 500 and 480."""
    scenario = Scenario(rate_factor=1.2, cap_usd=500)
    found = book.ask("incentives/what_if", slice_by="customer", **scenario.growth_parameters())
    assert found.select("scenario", "tenant_id", "base_usd", "scenario_usd").rows() == [
        ("What if: rate +20 %, cap 500 USD", "a", Decimal("400.00"), Decimal("500.00")),
        ("What if: rate +20 %, cap 500 USD", "b", Decimal("400.00"), Decimal("480.00")),
    ]


def test_what_if_in_a_period_knows_what_the_cap_paid_before(book: IncentiveBook) -> None:
    scenario = Scenario(cap_usd=200)
    found = book.ask("incentives/what_if", tenant="a", start=month(3), **scenario.growth_parameters())
    assert (found["base_usd"].item(), found["scenario_usd"].item()) == (250, 50)


def test_what_if_adds_users_to_the_latest_month() -> None:
    """30 more users: 70 + 30 new units, at 5 USD within a cap of 600: 150 + 450."""
    book = IncentiveBook(RuleBook(shipped=(growth(cap_usd=Decimal(600)), milestone())))
    book.used("a", "EXO", usage((60, 900), (90, 900), (80, 900), (160, 900)))
    book.used("a", "SPO", usage((60, 900), (60, 900), (50, 900)))
    scenario = Scenario(plus_users=30)
    found = book.build().ask("incentives/what_if", **scenario.growth_parameters())
    # SPO: 50 + 30 = 80 users, 20 above its mark of 60.
    assert (found["base_usd"].item(), found["scenario_usd"].item()) == (500, 700)
    only = Scenario(plus_users=30, users_workload="SPO")
    assert book.ask("incentives/what_if", **only.growth_parameters())["change_usd"].item() == 100
    # 160 + 200 users are 40 % of 900.
    more = Scenario(plus_users=200, users_workload="EXO")
    assert book.ask("incentives/what_if_steps", **more.step_parameters())["change_usd"].item() == 200


def test_what_if_moves_a_step(book: IncentiveBook) -> None:
    """a/EXO stands at 17.8 %: a second step at 17 % pays 200; b/EXO was above it in its first known month."""
    scenario = Scenario(steps=(None, 17))
    found = book.ask("incentives/what_if_steps", slice_by="customer", **scenario.step_parameters())
    assert found.select("tenant_id", "base_usd", "scenario_usd").rows() == [
        ("b", Decimal("600.00"), Decimal("0.00")),
        ("a", Decimal("100.00"), Decimal("300.00")),
    ]


def test_what_if_adds_users_at_one_customer_and_changes_the_rest_with_it(book: IncentiveBook) -> None:
    """Far from the cap, at 6 USD: a 30 + 70 + 20 units, 720.00; b without more users 60 + 20 units, 480.00."""
    scenario = Scenario(rate_factor=1.2, cap_usd=10_000, plus_users=20, users_tenant="a", users_workload="EXO")
    found = book.ask("incentives/what_if", slice_by="customer", **scenario.growth_parameters())
    assert dict(found.select("tenant_id", "scenario_usd").rows()) == {"a": Decimal("720.00"), "b": Decimal("480.00")}
    other = Scenario(rate_factor=2, rate_workload="SPO")
    assert book.ask("incentives/what_if", **other.growth_parameters())["change_usd"].item() == 0


def test_what_if_moves_several_steps_with_more_users(book: IncentiveBook) -> None:
    """Steps at 9 and 20 %: a/EXO reached 10 % in February (100) and with 20 more users 20 % in April (200)."""
    scenario = Scenario(steps=(9, 20), plus_users=20, users_tenant="a")
    found = book.ask("incentives/what_if_steps", tenant="a", **scenario.step_parameters())
    assert found.select("scenario", "base_usd", "scenario_usd", "steps_paid_count").row(0) == (
        "What if: step 1 at 9 %, step 2 at 20 %, 20 more users (a)",
        Decimal("100.00"),
        Decimal("300.00"),
        2,
    )


def test_by_workload_sets_reported_beside_what_the_caps_still_leave(book: IncentiveBook) -> None:
    # Reported for known customers: 150 + 200 + 240 + 100 + 7; both caps of 400 are used up, so nothing is open.
    found = book.ask("incentives/by_workload").row(0, named=True)
    estimated = book.ask("incentives/by_month")["estimated_usd"].sum()
    assert found["workload"] == "EXO"
    assert found["reported_usd"] == Decimal("697.00")
    assert found["estimated_usd"] == estimated
    assert found["potential_usd"] == Decimal("0.00")


def test_what_is_unknown_stays_unknown_on_the_ladder() -> None:
    odd = IncentiveBook(RULE_BOOK)
    odd.used("a", "EXO", usage((160, 900))).used("b", "EXO", usage((160, 900), (170, None)))
    found = odd.build().ask("incentives/ladder", tenant=None).sort("tenant_id")
    assert found["opportunity_units"].to_list() == [None, None]
    assert found["potential_usd"].to_list() == found["remaining_usd"].to_list() == [None, None]
    assert found["growth_blocked_by"].to_list() == ["HWMUNKNOWN", "USAGEUNKNOWN"]
