"""Does a customer's line say what is next: nearest step, open signals, claims, and its rank within the segment?"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from components.portfolio_rows import portfolio_rows
from data_access import signals
from data_access.claim_watch import desk_for
from data_access.incentive_ladder import LADDER
from data_access.opportunities import save_work
from data_access.portfolio import CUSTOMERS, EACH_CUSTOMER
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.scope import Role, Scope, Viewer
from tests.data_access.signal_book import TODAY, book, claimed, customer, months
from tests.data_access.usage_book import ADMIN, Use, tenant_id

ALL = tuple(range(1, 25))


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """Twenty SMB customers that use 1 % to 20 % of 1,000 seats, and four of another segment."""
    uses: list[Use] = []
    for one in ALL:
        uses += months(one, "EXO", [10 * one] * 3, 1000)
    uses += months(1, "SPO", [380] * 3, 1000)
    known = [customer(one, segment="SMB" if one <= 20 else "Enterprise", account_manager_id=f"m{one}") for one in ALL]
    opened = book(tmp_path_factory.mktemp("next"), uses, customers=known)
    yield opened
    opened.close()


@pytest.fixture
def own(door: Warehouse, tmp_path: Path) -> Warehouse:
    """A copy to write into."""
    shutil.copytree(door.workspace.root, tmp_path, dirs_exist_ok=True)
    return Warehouse(Workspace(tmp_path), Settings(threads=1))


def lines(door: Warehouse, viewer: Viewer = ADMIN, scope: Scope | None = None, **given: Any) -> dict[str, Any]:
    rows = door.ask(CUSTOMERS, viewer=viewer, scope=scope, **given).frame.to_dicts()
    return {row["tenant_id"]: row for row in rows}


def test_the_rank_counts_everybody_in_the_segment_and_only_groups_of_twenty(door: Warehouse) -> None:
    found = lines(door)
    # Customer 1 uses (10 + 380) of 2,000 seats: 19.5 %, between customer 19 and 20.
    assert found[tenant_id(2)]["usage_percentile"] == 0
    assert found[tenant_id(3)]["usage_percentile"] == 5, "1 of 19 others uses less"
    assert found[tenant_id(1)]["usage_percentile"] == 94, "18 of 19"
    assert found[tenant_id(20)]["usage_percentile"] == 100
    assert {found[tenant_id(one)]["usage_percentile"] for one in range(21, 25)} == {None}
    own = lines(door, Viewer("m3", Role.ACCOUNT_MANAGER))
    assert [row["usage_percentile"] for row in own.values()] == [5], "among everybody's customers, not own ones"
    assert lines(door, scope=Scope(workloads=("EXO",)))[tenant_id(3)]["usage_percentile"] is None


def test_the_nearest_step_of_a_customer_is_the_one_with_fewest_users_missing(door: Warehouse) -> None:
    ladder = door.ask(LADDER, viewer=ADMIN, tenant=tenant_id(1)).frame.to_dicts()
    steps = {row["workload"]: (row["next_step"], row["users_to_next"]) for row in ladder if row["next_step"]}
    row = lines(door)[tenant_id(1)]
    nearest = min(steps, key=lambda workload: (steps[workload][1], workload))
    assert (row["next_workload"], row["next_step"], row["users_to_next"]) == (nearest, *steps[nearest])
    assert lines(door, scope=Scope(workloads=("EXO",)))[tenant_id(1)]["next_workload"] in ("EXO", None)


def test_sums_by_workload_are_the_sums_without_a_choice(door: Warehouse) -> None:
    """portfolio/each_customer reads other marts once workloads are chosen; the numbers are the same."""
    whole = door.ask(EACH_CUSTOMER, viewer=ADMIN).frame.drop("usage_percentile", "available_count").sort("tenant_id")
    chosen = door.ask(EACH_CUSTOMER, viewer=ADMIN, scope=Scope(workloads=("EXO", "SPO"))).frame
    assert chosen.drop("usage_percentile", "available_count").sort("tenant_id").equals(whole)
    assert whole["potential_usd"].drop_nulls().len() == len(ALL)


def test_open_signals_are_the_lines_of_the_opportunity_list(own: Warehouse) -> None:
    def counts() -> tuple[dict[str, int], dict[str, int]]:
        listed = own.ask(signals.BY_CUSTOMER, viewer=ADMIN, today=TODAY).frame
        ours = {tenant: row["open_signals"] for tenant, row in lines(own).items() if row["open_signals"]}
        return dict(listed.select("tenant_id", "open_count").iter_rows()), ours

    listed, ours = counts()
    assert listed == ours
    assert ours[tenant_id(1)] == 2
    row = own.ask(signals.OPPORTUNITIES, viewer=ADMIN, today=TODAY, tenant=tenant_id(1)).frame.row(0, named=True)
    desk = desk_for(own, ADMIN, TODAY, ClaimWindows())
    save_work(desk, tenant_id(1), row["workload"], status="dismissed", reason="No budget", facts_key=row["facts_key"])
    listed, ours = counts()
    assert listed == ours
    assert ours[tenant_id(1)] == 1
    # Half the seats ago the facts were others: it is back.
    save_work(desk, tenant_id(1), row["workload"], status="won", facts_key=f"{row['signals']}/900/1000")
    listed, ours = counts()
    assert listed == ours
    assert ours[tenant_id(1)] == 2


def test_of_several_claims_the_one_that_needs_somebody_is_named(own: Warehouse) -> None:
    claimed(
        own,
        {"claim_id": "C-1", "state": "Approved", "approved": date(2026, 2, 1)},
        {"claim_id": "C-2", "state": "Partner action required", "workload": "SPO"},
        {"claim_id": "C-3", "state": "Draft", "workload": "TEAMS"},
    )
    found = portfolio_rows(own.ask(CUSTOMERS, viewer=ADMIN).frame)
    named = dict(found.select("tenant_id", "claims").iter_rows())
    assert named[tenant_id(1)] == "Partner action required (+2)"
    assert named[tenant_id(2)] is None


def test_the_next_milestone_reads_as_users_step_and_workload() -> None:
    known = {"next_workload": "EXO", "next_step": 40, "users_to_next": 1, "claim_state": None, "claims_count": None}
    unknown = {**known, "next_step": None, "users_to_next": None, "next_workload": None}
    found = portfolio_rows(pl.DataFrame([known, unknown], schema_overrides={"claim_state": pl.String}))
    assert found["next_milestone"].to_list() == ["1 to 40%, Exchange Online", None]
