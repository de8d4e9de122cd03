"""Is a dispute kept, settled, and seen only by those it concerns?"""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.claim_watch import desk_for
from data_access.disputes import DISPUTES, raise_dispute, settle_dispute
from data_access.portfolio import CUSTOMERS
from data_access.registry import Desk
from data_access.settings import Settings
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_windows import ClaimWindows
from domain.errors import BadInput, NotAllowed, UnknownName
from domain.scope import Role, Viewer
from tests.data_access.usage_book import ADMIN

TODAY = date(2026, 11, 23)
MONTH = date(2026, 8, 1)


@pytest.fixture
def door(tiny_workspace: Workspace, tmp_path: Path) -> Warehouse:
    shutil.copytree(tiny_workspace.root, tmp_path / "own", dirs_exist_ok=True)
    return Warehouse(Workspace(tmp_path / "own"), Settings(threads=1))


def desk(door: Warehouse, viewer: Viewer = ADMIN) -> Desk:
    return desk_for(door, viewer, TODAY, ClaimWindows())


def raised(door: Warehouse, tenant: str, viewer: Viewer = ADMIN) -> str:
    return raise_dispute(
        desk(door, viewer),
        tenant_id=tenant,
        workload="EXO",
        month=MONTH,
        raised_on=date(2026, 11, 20),
        ticket=" SR-1001 ",
        amount_usd=Decimal("-12.50"),
    )


def tenants(door: Warehouse) -> list[str]:
    return sorted(door.ask(CUSTOMERS, viewer=ADMIN).frame["tenant_id"])


def test_a_dispute_is_kept_and_settled(door: Warehouse) -> None:
    tenant = tenants(door)[0]
    dispute = raised(door, tenant)
    assert DISPUTES.name == "incentives/disputes"
    row = door.ask(DISPUTES, viewer=ADMIN).frame.row(0, named=True)
    assert (row["ticket"], row["outcome"], row["amount_usd"]) == ("SR-1001", "open", Decimal("-12.50"))
    settle_dispute(desk(door), dispute, outcome="upheld", outcome_on=TODAY)
    row = door.ask(DISPUTES, viewer=ADMIN).frame.row(0, named=True)
    assert (row["outcome"], row["outcome_on"]) == ("upheld", TODAY)


def test_what_a_dispute_needs_is_said(door: Warehouse) -> None:
    tenant = tenants(door)[0]
    with pytest.raises(BadInput, match="number of the support ticket"):
        raise_dispute(desk(door), tenant_id=tenant, workload="EXO", month=MONTH, raised_on=TODAY, ticket=" ")
    with pytest.raises(BadInput, match="lies in the future"):
        raise_dispute(
            desk(door), tenant_id=tenant, workload="EXO", month=MONTH, raised_on=date(2026, 12, 1), ticket="SR-1"
        )
    with pytest.raises(UnknownName, match="no such dispute"):
        settle_dispute(desk(door), "nothing", outcome="upheld", outcome_on=TODAY)
    with pytest.raises(BadInput, match="expected one of open, upheld"):
        settle_dispute(desk(door), raised(door, tenant), outcome="won", outcome_on=TODAY)


def test_nobody_disputes_for_a_customer_that_is_not_theirs(door: Warehouse) -> None:
    tenant = tenants(door)[0]
    stranger = Viewer("nobody-here", Role.ACCOUNT_MANAGER)
    with pytest.raises(NotAllowed):
        raised(door, tenant, stranger)
    raised(door, tenant)
    assert door.ask(DISPUTES, viewer=stranger).frame.is_empty()
    with pytest.raises(NotAllowed, match="for reading"):
        raised(door, tenant, Viewer("eve", Role.EXECUTIVE))
