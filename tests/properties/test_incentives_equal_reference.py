"""Do the set-based marts and the readable reference agree to the cent, on any history?"""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.incentive_milestones import milestones_of_series
from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import GrowthRules, RuleSet
from domain.incentive_scenarios import Scenario
from domain.incentives import GrowthMonth, Usage, growth_of_customer, growth_of_series
from tests.data_access.incentive_book import IncentiveBook
from tests.properties.incentive_histories import WORKLOADS, books, crowded_rules, rising, rule_books, seeds

Series = dict[tuple[str, str], list[Usage]]

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]


def reference(series: Series, rules: RuleBook, offset: int) -> dict[str, list[GrowthMonth]]:
    """Every customer's months by the readable implementation."""
    return {
        tenant: growth_of_customer(
            growth_of_series(workload, facts, rules, offset)
            for (who, workload), facts in series.items()
            if who == tenant
        )
        for tenant in {tenant for tenant, _ in series}
    }


def built(series: Series, rules: RuleBook, offset: int) -> IncentiveBook:
    return IncentiveBook(rules, offset=offset, series=series).build()


@settings(max_examples=30, suppress_health_check=SLOW_IS_FINE)
@given(series=books, rules=rule_books, offset=st.sampled_from([0, 0, 1]))
def test_growth_equals_the_reference_to_the_cent(series: Series, rules: RuleBook, offset: int) -> None:
    expected = {
        (tenant, one.workload, one.month): (
            *(one.rules.name, one.rate, one.new_units, one.before_cap, one.payable),
            *(one.capped_units, one.balance, ",".join(one.refusal_codes), one.remark),
        )
        for tenant, months in reference(series, rules, offset).items()
        for one in months
        if one.rules is not None
    }
    book = built(series, rules, offset)
    found = {
        (row["tenant_id"], row["workload"], row["month"]): (
            *(row["rule_set"], row["rate"], row["new_units"], row["before_cap_usd"], row["payable_usd"]),
            *(row["capped_units"], row["cap_balance_usd"], row["refusal_codes"], row["remark"]),
        )
        for row in book.ask("incentives/ledger").to_dicts()
        if row["family"] == "growth"
    }
    assert found == expected
    steps = {row["step"]: row for row in book.ask("incentives/waterfall").to_dicts()}
    changes = sum(row["units"] or 0 for row in steps.values() if not row["is_total"])
    assert steps["active_users"]["units"] + changes == steps["eligible"]["units"]
    assert steps["payable"]["amount_usd"] == sum((row[4] or Decimal(0) for row in expected.values()), Decimal(0))


@settings(max_examples=15, suppress_health_check=SLOW_IS_FINE)
@given(random=seeds)
def test_odd_cents_go_to_the_same_workloads(random: Random) -> None:
    """Every customer's cap runs out in a month in which all three workloads earn."""
    rules = crowded_rules(random)
    series = {(tenant, workload): rising(random) for tenant in "abcdefgh" for workload in WORKLOADS}
    expected = {
        (tenant, one.workload, one.month): one.payable
        for tenant, months in reference(series, rules, 0).items()
        for one in months
    }
    found = built(series, rules, 0).ask("incentives/ledger").select("tenant_id", "workload", "month", "payable_usd")
    assert {row[:3]: row[3] for row in found.rows()} == expected


@settings(max_examples=30, suppress_health_check=SLOW_IS_FINE)
@given(series=books, rules=rule_books, offset=st.sampled_from([0, 0, 1]))
def test_milestones_equal_the_reference_to_the_cent(series: Series, rules: RuleBook, offset: int) -> None:
    expected = [
        (
            *(tenant, one.workload, one.rule_set, one.step, one.reached_on, one.amount, one.users_to_next),
            *(one.band, one.value, one.blocked_by),
        )
        for (tenant, workload), facts in series.items()
        for one in milestones_of_series(workload, facts, rules, offset)
    ]
    columns = ["tenant_id", "workload", "rule_set", "step", "reached_on", "amount_usd", "users_to_next", "band"]
    found = built(series, rules, offset).table("milestones").select(*columns, "value_usd", "blocked_by").rows()
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@settings(max_examples=25, suppress_health_check=SLOW_IS_FINE)
@given(
    series=books,
    rules=rule_books,
    factor=st.sampled_from([0.5, 1.0, 1.25]),
    cap=st.none() | st.integers(0, 2000),
    plus_users=st.sampled_from([0, 40]),
    at=st.sampled_from([None, "a"]),
    lowest=st.sampled_from([None, 1]),
)
def test_a_scenario_equals_the_reference_under_changed_rules(
    series: Series,
    rules: RuleBook,
    factor: float,
    cap: int | None,
    plus_users: int,
    at: str | None,
    lowest: int | None,
) -> None:
    scenario = Scenario(rate_factor=factor, cap_usd=cap, plus_users=plus_users, users_tenant=at, steps=(lowest,))
    book = built(series, rules, 0)
    more = {key: _with_users(facts, plus_users if at in (None, key[0]) else 0) for key, facts in series.items()}
    changed = RuleBook(
        tuple(_changed(one, factor, cap, lowest) for one in rules.own),
        tuple(_changed(one, factor, cap, lowest) for one in rules.shipped),
    )
    asked = book.ask("incentives/what_if", slice_by="customer", **scenario.growth_parameters())
    expected = {
        tenant: sum((one.payable or Decimal(0) for one in months), Decimal(0))
        for tenant, months in reference(more, changed, 0).items()
    }
    found = dict(asked.select("tenant_id", "scenario_usd").rows())
    assert {tenant: found.get(tenant, Decimal(0)) for tenant in expected} == expected

    steps = book.ask("incentives/what_if_steps", **scenario.step_parameters())["scenario_usd"].to_list()
    current = {key: changed.milestone(key[1], max(fact.month for fact in facts)) for key, facts in more.items()}
    assert sum(steps, Decimal(0)) == sum(
        (
            one.amount or Decimal(0)
            for (tenant, workload), facts in more.items()
            for one in milestones_of_series(workload, facts, changed)
            if (rule := current[tenant, workload]) and rule.name == one.rule_set
        ),
        Decimal(0),
    )


def _with_users(facts: list[Usage], plus_users: int) -> list[Usage]:
    *earlier, latest = sorted(facts, key=lambda fact: fact.month)
    return [*earlier, latest if latest.mau is None else replace(latest, mau=latest.mau + plus_users)]


def _changed(rules: RuleSet, factor: float, cap: int | None, lowest: int | None) -> RuleSet:
    if not isinstance(rules, GrowthRules):
        return replace(rules, steps_percent=(lowest or rules.steps_percent[0], *rules.steps_percent[1:]))
    rates = {code: rate * Decimal(str(factor)) for code, rate in rules.rates_usd.items()}
    return replace(rules, rates_usd=rates, cap_usd=rules.cap_usd if cap is None else Decimal(cap))
