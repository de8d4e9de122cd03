"""Are claims that need somebody on the list, from our own registry and from claims lists?"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_access import signals
from data_access.warehouse import Warehouse
from tests.data_access.signal_book import TODAY, asked, book, claimed, months
from tests.data_access.usage_book import tenant_id

ONE = tenant_id(1)


@pytest.fixture
def door(tmp_path: Path) -> Warehouse:
    return book(tmp_path, months(1, "EXO", [100] * 10, 400))


def ids(rows: Iterable[dict[str, Any]]) -> set[str]:
    return {row["claim_id"] for row in rows}


def test_a_step_past_its_window_is_named_and_one_within_it_is_not(door: Warehouse) -> None:
    # Monday 23 November 2026: five business days opened on the 16th or later are still running.
    claimed(
        door,
        {"claim_id": "late", "state": "Submitted", "since": date(2026, 11, 13)},
        {"claim_id": "in time", "state": "Submitted", "since": date(2026, 11, 16), "workload": "SPO"},
        {"claim_id": "ended", "state": "Rejected final", "since": date(2026, 1, 5), "workload": "TEAMS"},
    )
    (row,) = asked(door, signals.CLAIM_OVERDUE)
    assert (row["claim_id"], row["days_count"], row["state"]) == ("late", 10, "Submitted")
    listed = asked(door, signals.OPPORTUNITIES, signal="claim_overdue")
    assert [(one["claim_id"], one["signals"]) for one in listed] == [("late", "headroom+claim_overdue")]


def test_a_proof_is_ageing_before_it_is_too_old(door: Warehouse) -> None:
    claimed(
        door,
        {"claim_id": "old", "state": "Under review", "signed": date(2025, 10, 1)},
        {"claim_id": "soon", "state": "Draft", "signed": date(2026, 1, 6), "workload": "SPO"},
        {"claim_id": "fresh", "state": "Draft", "signed": date(2026, 1, 7), "workload": "TEAMS"},
        {"claim_id": "gone", "state": "Rejected", "signed": date(2025, 1, 7), "workload": "INTUNE"},
    )
    # 12 months, and a warning 45 days before: from 7 January 2026 on there is time.
    assert ids(asked(door, signals.POE_AGEING)) == {"old", "soon"}


def test_an_approval_without_usage_is_missed_after_a_month_and_its_lag(door: Warehouse) -> None:
    claimed(
        door,
        {"claim_id": "unseen", "state": "Approved", "approved": date(2026, 6, 1), "workload": "SPO"},
        {"claim_id": "young", "state": "Approved", "approved": date(2026, 10, 20), "workload": "TEAMS"},
        {"claim_id": "in use", "state": "Approved", "approved": date(2026, 6, 1)},
    )
    rows = asked(door, signals.CLAIM_WITHOUT_USAGE)
    assert [(row["claim_id"], row["days_count"], row["probability"]) for row in rows] == [("unseen", 175, None)]


def test_without_a_day_the_clocks_say_nothing(door: Warehouse) -> None:
    claimed(door, {"claim_id": "late", "state": "Submitted", "since": date(2026, 1, 5)})
    assert asked(door, signals.CLAIM_OVERDUE, today=None) == []
    assert len(asked(door, signals.CLAIM_OVERDUE, today=TODAY)) == 1


SEATS = {(1, "EMS"): 70, (1, "SHARE"): 80}
PLANS = {"EMS": ["INTUNE_A"], "SHARE": ["SHAREPOINTENTERPRISE"]}


def test_a_claims_list_tells_what_is_claimed_and_what_was_approved_in_vain(tmp_path: Path) -> None:
    claims = [
        {"claim_id": "in vain", "tenant_id": ONE, "workload_name": "SPO", "status": "Approved"},
        {"claim_id": "seen", "tenant_id": ONE, "workload_name": "EXO", "status": "Approved"},
        {"claim_id": "refused", "tenant_id": ONE, "workload_name": "INTUNE", "status": "Rejected"},
    ]
    decided = [{**one, "decided_on": date(2026, 6, 1)} for one in claims]
    door = book(tmp_path, months(1, "EXO", [100] * 10, 400), seats=SEATS, plans=PLANS, claims=decided)
    assert {row["workload"] for row in asked(door, signals.OPPORTUNITIES, signal="unclaimed")} == {"INTUNE"}
    rows = asked(door, signals.CLAIM_WITHOUT_USAGE)
    assert [(row["claim_id"], row["workload"], row["days_count"]) for row in rows] == [("in vain", "SPO", 175)]


def test_a_workload_of_a_claim_of_ours_is_not_called_unclaimed(tmp_path: Path) -> None:
    door = book(tmp_path, months(1, "EXO", [100] * 10, 400), seats=SEATS, plans=PLANS)
    unclaimed = asked(door, signals.OPPORTUNITIES, signal="unclaimed")
    assert {row["workload"] for row in unclaimed} == {"INTUNE", "SPO"}
    claimed(door, {"claim_id": "ours", "state": "Submitted", "since": TODAY, "workload": "SPO"})
    (left,) = asked(door, signals.OPPORTUNITIES, signal="unclaimed")
    assert left["workload"] == "INTUNE"
    assert [row["workload"] for row in asked(door, signals.FILED)] == ["SPO"]
