"""What do the registry's tests stand on: a workspace, a day, people, and a form that can be filed?"""

import atexit
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from data_access.organisation import save_legal_names, save_location
from data_access.registry import Desk, KnownCustomer
from data_access.workspace import Workspace
from domain.organisation import EnrolmentStatus, Location
from domain.scope import Role, Viewer

TODAY = date(2026, 11, 23)
TENANT = "11111111-2222-4333-8444-555555555555"
OTHER_TENANT = "22222222-2222-4333-8444-555555555555"
CUSTOMERS = {
    TENANT: KnownCustomer(TENANT, "Contoso Ltd", "contoso.com", "ana", "north"),
    OTHER_TENANT: KnownCustomer(OTHER_TENANT, "Fabrikam Inc.", "fabrikam.com", "ben", "south"),
}
ADMIN = Viewer("ida", Role.INCENTIVES_ADMIN)


def desk_of(root: Path, viewer: Viewer = ADMIN, today: date = TODAY) -> Desk:
    by_domain = {each.domain: each for each in CUSTOMERS.values()}
    return Desk(Workspace(root), viewer, today, CUSTOMERS.get, by_domain.get)


@cache
def _template() -> Path:
    folder = Path(mkdtemp(prefix="registry-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = desk_of(folder)
    save_legal_names(desk, ["Northwind Consulting GmbH"])
    enrolled = Location(
        location_id="4711",
        name="Berlin",
        country="DE",
        currency="EUR",
        status=EnrolmentStatus.ENROLLED,
        enrolled_on=date(2026, 7, 1),
    )
    save_location(desk, enrolled)
    save_location(desk, Location(location_id="4712", name="Wien", country="AT", currency="EUR"))
    return folder


def prepared(root: Path) -> Desk:
    """A desk whose organisation may file."""
    shutil.copytree(_template(), root, dirs_exist_ok=True)
    return desk_of(root)


def filled(**changes: Any) -> dict[str, Any]:
    """The values of a complete form."""
    return {
        "solution_area": "Modern Work and Security",
        "role": "Use or consume",
        "location_id": "4711",
        "claim_name": "Contoso: Exchange",
        "tenant_id": TENANT,
        "domain": "contoso.com",
        "workloads": ["EXO"],
        "customer_contact": {"name": "Jo Doe", "title": "CIO", "email": "jo@contoso.com"},
        "partner_contact": {"name": "Kim Roe", "email": "kim@northwind.example"},
        **changes,
    }
