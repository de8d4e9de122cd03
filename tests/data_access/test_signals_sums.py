"""Do the sums that come ready from the mart say what the lines say, whoever asks and whatever claims and work change?"""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data_access import signals
from data_access.registry import write
from data_access.settings import Settings
from data_access.signal_standing import CLOSING
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.scope import Role, Scope, Viewer
from tests.data_access.signal_book import asked, book, claimed, customer, months
from tests.data_access.usage_book import ADMIN, tenant_id

WORKLOADS = ("EXO", "SPO", "TEAMS")
CUSTOMERS = 12
ASKED_BY = {
    "everybody's book": (ADMIN, Scope()),
    "one segment": (ADMIN, Scope(segments=("SMB",))),
    "one workload": (ADMIN, Scope(workloads=("EXO",))),
    "one location": (ADMIN, Scope(locations=("1",))),
    "one customer": (ADMIN, Scope(tenant=tenant_id(2))),
    "a manager's own": (Viewer("ben", Role.ACCOUNT_MANAGER), Scope()),
    "a team's": (Viewer("tom", Role.SALES_LEAD, "north"), Scope()),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uses = [
        use
        for at in range(1, CUSTOMERS + 1)
        for workload in WORKLOADS[: 1 + at % 3]
        for use in months(at, workload, [90 + at * 7 * (month % 4) for month in range(10)], 100 * at)
    ]
    people = [
        customer(
            at,
            segment="SMB" if at % 2 else "Enterprise",
            account_manager_id=("ana", "ben", None)[at % 3],
            account_manager=("Ana", "Ben", None)[at % 3],
            team="north" if at % 4 else "south",
        )
        for at in range(1, CUSTOMERS + 1)
    ]
    return book(tmp_path_factory.mktemp("sums"), uses, customers=people).workspace.root


def opened(template: Path, folder: Path) -> Warehouse:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    return Warehouse(Workspace(folder), Settings(threads=1))


def work_on(door: Warehouse) -> None:
    """Every status, owners of our own and strangers', closed with the facts of now, of another time and without any."""
    facts = {(row["tenant_id"], row["workload"]): row["facts_key"] for row in asked(door, signals.STANDING)}
    said = ["new", "accepted", "in progress", "won", "dismissed", "won", "dismissed"]

    def add(connection: duckdb.DuckDBPyConnection) -> None:
        for at, ((tenant, workload), key) in enumerate(sorted(facts.items())):
            if at % 3 == 2:
                continue
            connection.execute(
                "insert into opportunity_status values ($tenant, $workload, $status, $owner, 'because', '', $facts,"
                " 'ana', $at)",
                {
                    "tenant": tenant,
                    "workload": workload,
                    "status": said[at % len(said)],
                    "owner": (None, "ben", "carl")[at % 3],
                    "facts": (key, "falling/1/2", None)[at % 3 if at % 5 else 0],
                    "at": "2026-11-01 09:00:00",
                },
            )

    write(door.workspace, add)


def claim(door: Warehouse) -> None:
    claimed(
        door,
        {"claim_id": "late", "state": "Submitted", "since": date(2026, 1, 5)},
        {"claim_id": "old", "state": "Under review", "signed": date(2025, 9, 1), "workload": "SPO"},
        {"claim_id": "unseen", "state": "Approved", "approved": date(2026, 5, 1), "workload": "INTUNE"},
    )


CHANGES = {"nothing": (), "claims": (claim,), "work": (work_on,), "claims and work": (claim, work_on)}


@pytest.fixture(params=CHANGES, ids=lambda name: name.replace(" ", "-"))
def door(request: pytest.FixtureRequest, template: Path, tmp_path: Path) -> Warehouse:
    found = opened(template, tmp_path)
    for change in CHANGES[request.param]:
        change(found)
    return found


def added(rows: list[dict[str, Any]]) -> tuple[int, Decimal | None, Any]:
    values = [row["value_usd"] for row in rows if row["value_usd"] is not None]
    expected = [row["expected_usd"] for row in rows if row["expected_usd"] is not None]
    return len(rows), sum(values) if values else None, pytest.approx(sum(expected)) if expected else None


@pytest.mark.parametrize("whose", ASKED_BY)
def test_sums_are_those_of_the_lines(door: Warehouse, whose: str) -> None:
    viewer, scope = ASKED_BY[whose]
    lines = asked(door, signals.STANDING, viewer, scope)
    still = [row for row in lines if row["status"] not in ("won", "dismissed")]

    (totals,) = asked(door, signals.TOTALS, viewer, scope)
    assert (totals["open_count"], totals["value_usd"], totals["expected_usd"]) == added(still)
    assert totals["customers_count"] == len({row["tenant_id"] for row in still})
    assert totals["unsaid_count"] == sum(row["expected_usd"] is None for row in still)
    assert totals["new_count"] == sum(row["status"] == "new" for row in still)
    assert totals["in_work_count"] == sum(row["status"] in ("accepted", "in progress") for row in still)
    assert totals["back_count"] == sum(row["is_back"] for row in still)
    assert totals["is_illustrative"] == any(row["is_illustrative"] for row in still)

    for row in asked(door, signals.BY_SIGNAL, viewer, scope):
        led = [line for line in still if line["signal"] == row["signal"]]
        assert row["open_count"] == sum(row["signal"] in line["signals"].split("+") for line in still)
        assert (row["value_usd"], row["expected_usd"]) == added(led)[1:]

    owners = {row["owner"]: row for row in asked(door, signals.BY_OWNER, viewer, scope)}
    assert owners.keys() == {row["owner"] for row in still}
    for owner, row in owners.items():
        own = [line for line in still if line["owner"] == owner]
        assert (row["open_count"], row["value_usd"], row["expected_usd"]) == added(own)
        assert row["new_count"] == sum(line["status"] == "new" for line in own)


@pytest.mark.parametrize("whose", ASKED_BY)
def test_the_list_shows_the_lines(door: Warehouse, whose: str) -> None:
    viewer, scope = ASKED_BY[whose]
    lines = {(row["tenant_id"], row["workload"]): row for row in asked(door, signals.STANDING, viewer, scope)}
    listed = asked(door, signals.OPPORTUNITIES, viewer, scope, status="all")
    assert len(listed) == len(lines)
    assert asked(door, signals.OPPORTUNITIES, viewer, scope, status="all", skip_rows=2, page_size=3) == listed[2:5]
    for place, row in enumerate(listed, start=1):
        assert (row.pop("total_count"), row.pop("place")) == (len(lines), place)
        line = lines[row["tenant_id"], row["workload"]]
        assert row == {name: line[name] for name in row}


def test_only_what_is_touched_is_put_together_when_asked(template: Path, tmp_path: Path) -> None:
    door = opened(template, tmp_path)
    assert asked(door, signals.TOUCHED) == []
    assert {row["tenant_id"] for row in asked(door, signals.SUMS)} == {None}
    claim(door)
    assert {(row["tenant_id"], row["workload"]) for row in asked(door, signals.TOUCHED)} == {
        (tenant_id(1), workload) for workload in ("EXO", "SPO", "INTUNE")
    }


def test_a_line_put_together_anew_is_the_ready_one(template: Path, tmp_path: Path) -> None:
    """Somebody opened every line and left it as it was: none comes from the mart any more, and none looks different."""
    door = opened(template, tmp_path)
    ready = asked(door, signals.STANDING)

    def look_at(connection: duckdb.DuckDBPyConnection) -> None:
        connection.executemany(
            "insert into opportunity_status values ($tenant, $workload, 'new', $owner, '', '', $facts, 'ana', now())",
            [
                {
                    "tenant": row["tenant_id"],
                    "workload": row["workload"],
                    "owner": row["owner"],
                    "facts": row["facts_key"],
                }
                for row in ready
            ],
        )

    write(door.workspace, look_at)
    anew = asked(door, signals.STANDING)
    left_alone = {*CLOSING} - {"is_back", "said_status", "owner", "note", "facts_key"}
    assert len(asked(door, signals.TOUCHED)) == len(ready) > 10
    assert _by_line(anew, left_alone) == _by_line(ready, left_alone)


def _by_line(rows: list[dict[str, Any]], without: set[str]) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (row["tenant_id"], row["workload"]): {name: value for name, value in row.items() if name not in without}
        for row in rows
    }
