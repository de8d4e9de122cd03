"""Is the work on an opportunity kept, audited and allowed, and does a closed one return only with new facts?"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from data_access import signals
from data_access.claim_watch import desk_for
from data_access.opportunities import save_work
from data_access.registry import Desk, read
from data_access.registry.rows import rows
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, Conflict, NotAllowed
from domain.scope import Role, Viewer
from tests.data_access.signal_book import TODAY, asked, customer, months, opened
from tests.data_access.usage_book import ADMIN, Import, tenant_id

ANA, BEN = Viewer("ana", Role.ACCOUNT_MANAGER), Viewer("ben", Role.ACCOUNT_MANAGER)
ONE = tenant_id(1)
FIRST = Import(
    [*months(1, "EXO", [100] * 10, 400), *months(2, "EXO", [100] * 10, 400)],
    customers=[customer(1), customer(2, account_manager_id="ben", account_manager="Ben")],
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened(tmp_path_factory.mktemp("opportunities"), [FIRST]).workspace.root


@pytest.fixture
def door(template: Path, tmp_path: Path) -> Warehouse:
    """A copy to work on."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return Warehouse(Workspace(tmp_path), Settings(threads=1))


def desk(door: Warehouse, viewer: Viewer = ADMIN) -> Desk:
    return desk_for(door, viewer, TODAY, ClaimWindows())


def line(door: Warehouse, **given: Any) -> dict[str, Any]:
    (row,) = [one for one in asked(door, signals.OPPORTUNITIES, status="all", **given) if one["tenant_id"] == ONE]
    return row


def close(door: Warehouse, status: str = "dismissed", viewer: Viewer = ANA) -> None:
    save_work(desk(door, viewer), ONE, "EXO", status=status, reason="No budget", facts_key=line(door)["facts_key"])


def test_a_line_begins_as_new_and_belongs_to_the_account_manager(door: Warehouse) -> None:
    row = line(door)
    assert (row["status"], row["owner"], row["note"], row["is_back"]) == ("new", "ana", "", False)


def test_work_is_kept_with_its_history_and_an_audit_line(door: Warehouse) -> None:
    assert save_work(desk(door, ANA), ONE, "EXO", status="accepted", owner="ana", note="Call in May") == 1
    assert save_work(desk(door), ONE, "EXO", status="in progress", owner="ida", seen_number=1) == 2
    row = line(door)
    assert (row["status"], row["owner"], row["changed_by"]) == ("in progress", "ida", "admin")
    history = asked(door, signals.WORK_HISTORY, workload_code="EXO")
    assert [(one["number"], one["status"], one["changed_by"]) for one in history] == [
        (2, "in progress", "admin"),
        (1, "accepted", "ana"),
    ]
    audited = read(door.workspace, lambda connection: rows(connection, "select * from audit order by number"))
    assert [(one["who"], one["entity"], one["entity_id"]) for one in audited] == [
        ("ana", "opportunity", f"{ONE}/EXO"),
        ("admin", "opportunity", f"{ONE}/EXO"),
    ]
    assert "Call in May" not in f"{audited[0]['after']}", "notes may name people; the audit does not repeat them"


def test_two_writers_do_not_overwrite_each_other(door: Warehouse) -> None:
    save_work(desk(door, ANA), ONE, "EXO", status="accepted", seen_number=0)
    with pytest.raises(Conflict, match="meanwhile"):
        save_work(desk(door), ONE, "EXO", status="won", seen_number=0)
    assert line(door)["status"] == "accepted"


@pytest.mark.parametrize("viewer", [BEN, Viewer("chief", Role.EXECUTIVE), Viewer("lea", Role.SALES_LEAD, "south")])
def test_others_may_not_write(door: Warehouse, viewer: Viewer) -> None:
    with pytest.raises(NotAllowed):
        save_work(desk(door, viewer), ONE, "EXO", status="accepted")
    assert line(door)["status"] == "new"


def test_a_dismissal_needs_a_reason_and_a_status_is_one_of_five(door: Warehouse) -> None:
    with pytest.raises(BadInput, match="why"):
        save_work(desk(door), ONE, "EXO", status="dismissed", reason="  ")
    with pytest.raises(BadInput, match="expected one of new"):
        save_work(desk(door), ONE, "EXO", status="done")


@pytest.mark.parametrize("status", ["won", "dismissed"])
def test_a_closed_line_leaves_the_open_list_and_its_sums(door: Warehouse, status: str) -> None:
    close(door, status)
    assert [row["tenant_id"] for row in asked(door, signals.OPPORTUNITIES)] == [tenant_id(2)]
    assert [row["tenant_id"] for row in asked(door, signals.OPPORTUNITIES, status=status)] == [ONE]
    assert [row["open_count"] for row in asked(door, signals.TOTALS)] == [1]


def test_a_refresh_with_the_same_facts_keeps_it_closed(tmp_path: Path, door: Warehouse) -> None:
    close(door)
    later = opened(tmp_path, [FIRST, Import([*months(1, "EXO", [101], 400, first=10)])])
    row = line(later)
    assert (row["status"], row["is_back"], row["closed_because"]) == ("dismissed", False, "No budget")


def test_it_returns_when_its_facts_change_and_can_be_closed_again(tmp_path: Path, door: Warehouse) -> None:
    close(door)
    later = opened(tmp_path, [FIRST, Import([*months(1, "EXO", [95, 80], 400, first=10)])])
    row = line(later)
    assert (row["status"], row["is_back"], row["said_status"]) == ("new", True, "dismissed")
    assert (row["closed_signals"], row["signals"], row["closed_mau"]) == ("headroom", "headroom+falling", 100)
    assert [one["back_count"] for one in asked(later, signals.TOTALS)] == [1]
    close(later)
    assert line(later)["status"] == "dismissed"
