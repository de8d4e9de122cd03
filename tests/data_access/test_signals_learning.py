"""Is the probability what the portfolio's own past says, without looking ahead, and is it silent without evidence?"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data_access import signals
from data_access.incentive_marts import build_incentive_marts
from data_access.programs import rule_sets
from data_access.settings import Settings
from data_access.signal_marts import build_signal_marts
from data_access.signal_settings import SignalSettings
from data_access.workspace import Workspace
from domain.signals import signal
from tests.data_access.signal_book import EAGER, asked, book, customer, months, opened
from tests.data_access.usage_book import Import, Use, publish

# Origins are read nine and twelve months into the data: at months 6 and 9 of an 18-month book, and at 11 with a late step.
GROWS = [100] * 10 + [130] * 8
STAYS = [100] * 18


def mixed(growing: int, staying: int) -> list[Use]:
    """Customers with 100 users of 400 seats; the growing ones take the step of 20 users in month 10."""
    curves = [GROWS] * growing + [STAYS] * staying
    return [use for at, users in enumerate(curves, 1) for use in months(at, "EXO", users, 400)]


def marts(root: Path, uses: Sequence[Use], thresholds: SignalSettings = EAGER) -> duckdb.DuckDBPyConnection:
    """A connection that still has the temporary relations of the build."""
    workspace = Workspace(root)
    tenants = sorted({use.tenant for use in uses})
    publish(workspace, [Import(uses, customers=[customer(one) for one in tenants])], Settings(threads=1))
    connection = duckdb.connect(str(workspace.snapshot_file()))
    built = {name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()}
    for name in built:
        if name.startswith(("signal_", "opportunity_")) or name == "claim_rates":
            connection.execute(f'drop table "{name}"')
    if "incentive_position" not in built:
        build_incentive_marts(connection, rule_sets(workspace).book)
    build_signal_marts(connection, thresholds)
    return connection


def rows(connection: duckdb.DuckDBPyConnection, text: str) -> list[tuple[Any, ...]]:
    return connection.sql(text).fetchall()


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    return marts(tmp_path_factory.mktemp("learned"), mixed(6, 2))


def test_a_stratum_is_drawn_towards_its_signal_and_the_signal_towards_its_prior(
    learned: duckdb.DuckDBPyConnection,
) -> None:
    known = rows(
        learned,
        "select stratum, cases_count, reached_count, probability, base_share from signal_rates where signal = 'headroom'",
    )
    cases, reached = sum(one[1] for one in known), sum(one[2] for one in known)
    base = (reached + signal("headroom").prior_share * EAGER.prior_cases) / (cases + EAGER.prior_cases)
    assert cases > 0
    for _, in_stratum, of_them, probability, base_share in known:
        assert base_share == pytest.approx(base)
        expected = (of_them + base * EAGER.stratum_cases) / (in_stratum + EAGER.stratum_cases)
        assert probability == pytest.approx(expected)


def test_a_case_worked_out_when_the_step_was_taken_within_the_horizon(learned: duckdb.DuckDBPyConnection) -> None:
    found = dict(
        rows(
            learned,
            "select month::varchar, count(case when is_reached then 1 end) from signal_facts"
            " where signal = 'headroom' and not is_now group by month",
        )
    )
    # 18 months from January 2026: origins at December, September, June and April back from the last complete month.
    assert found == {"2026-06-01": 6, "2026-09-01": 6, "2026-12-01": 0}


def test_what_is_said_of_a_day_does_not_change_with_what_came_later(
    learned: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    said = "select signal, series_no, month, probability from signal_backtest where month <= '2026-12-01' order by all"
    before = rows(learned, said)
    crashed = [use._replace(mau=1) if use.month >= 13 else use for use in mixed(6, 2)]
    after = rows(marts(tmp_path, crashed), said)
    assert before
    assert [one for one in after if one[0] == "headroom"] == [one for one in before if one[0] == "headroom"]


def test_a_horizon_that_has_not_passed_by_the_day_is_not_known_on_it(learned: duckdb.DuckDBPyConnection) -> None:
    ahead = rows(
        learned,
        "select count(*) from signal_known as k where exists (select 1 from signal_facts as f where f.signal = k.signal"
        " and f.stratum = k.stratum and not f.is_now group by f.signal having min(f.month) + to_months(6) > k.read_at)",
    )
    assert ahead == [(0,)]


def test_a_new_source_is_not_judged_by_the_cases_of_another(tmp_path: Path) -> None:
    # Six customers: SharePoint grew before it was claimed, unclaimed Intune stays flat in an activity report.
    ours = [use for one in range(1, 7) for use in months(one, "EXO", STAYS, 400)]
    grows = [use for one in range(1, 7) for use in months(one, "SPO", GROWS, 400, since=date(2027, 5, 2))]
    flat = [use for one in range(1, 7) for use in months(one, "INTUNE", STAYS, 400, since=None)]
    reports = [Import([*ours, *grows]), Import(flat, format="office_usage")]
    door = opened(tmp_path, reports)
    found: dict[str, tuple[int, int]] = {}
    for row in asked(door, signals.RATES, signal="unclaimed"):
        cases, reached = found.get(row["source"], (0, 0))
        found[row["source"]] = (cases + row["evidence_count"], reached + row["reached_count"])
    assert set(found) == {"CPOR usage", "OfficeUsage"}
    assert found["OfficeUsage"][0] > 0
    assert found["OfficeUsage"][1] == 0
    assert found["CPOR usage"][1] == 12, "at two origins the step lay ahead"
    now = [row for row in asked(door, signals.SITUATIONS) if row["signal"] == "unclaimed"]
    assert {row["workload"] for row in now} == {"INTUNE"}
    assert all(row["probability"] < signal("unclaimed").prior_share for row in now), "flat ones speak for flat ones"


def test_too_few_cases_or_customers_say_not_enough_data(tmp_path: Path) -> None:
    few = book(tmp_path / "few", mixed(2, 1), SignalSettings(minimum_cases=100, minimum_customers=1))
    one = book(tmp_path / "one", mixed(1, 0), SignalSettings(minimum_cases=1, minimum_customers=2))
    for door in (few, one):
        listed = asked(door, signals.OPPORTUNITIES)
        assert listed
        for row in listed:
            assert (row["probability"], row["expected_usd"], row["confidence"]) == (None, None, None)
            assert row["value_usd"] is not None, "the rules still name what the step pays"
        assert asked(door, signals.TOTALS)[0]["expected_usd"] is None


def test_the_record_counts_every_judged_case_once(tmp_path: Path) -> None:
    connection = marts(tmp_path, mixed(12, 4))
    (judged,) = rows(connection, "select count(*), count(case when is_reached then 1 end) from signal_backtest")
    (binned,) = rows(connection, "select sum(cases_count), sum(reached_count) from signal_calibration")
    assert judged == tuple(int(number) for number in binned)
    assert judged[0] > 0


def test_lift_compares_the_same_workloads_under_both_orders(tmp_path: Path) -> None:
    # Twenty customers grow from small headroom, twenty with more headroom never move.
    uses = [
        use
        for at in range(1, 41)
        for use in months(
            at, "EXO", [60 + 4 * month if at <= 20 else 60 for month in range(30)], 400 if at <= 20 else 500
        )
    ]
    door = book(tmp_path, uses)
    lift = [row for row in asked(door, signals.LIFT) if row["our_share"] is not None]
    assert lift
    for row in lift:
        assert (row["listed_count"], row["top_count"]) == (40, 4)
        assert 0 <= row["headroom_share"] <= row["our_share"] <= 1
