"""Do the choices offered hold what this viewer may see, and nothing else?"""

from datetime import date

import pytest

from data_access.catalogue import CUSTOMERS, OPTIONS, PEOPLE
from data_access.warehouse import Warehouse
from domain.scope import Role, Scope, Viewer
from tests.data_access.tiny_answers import ADA, BRAM, NORTH, SOUTH, A, B, C
from tests.data_access.usage_book import ADMIN, EXECUTIVE

NOBODY = Viewer("am-99", Role.ACCOUNT_MANAGER)
NO_TEAM = Viewer("lead", Role.SALES_LEAD)
LISTED = ("EXO", "Loop Workspaces", "SPO", "TEAMS_MEETINGS")


def offered(door: Warehouse, viewer: Viewer) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, value, _ in door.ask(OPTIONS, viewer=viewer).frame.rows():
        found.setdefault(kind, []).append(value)
    return {kind: sorted(values) for kind, values in found.items()}


@pytest.mark.parametrize("viewer", [ADMIN, EXECUTIVE])
def test_catalogue_options_of_those_who_see_all(tiny: Warehouse, viewer: Viewer) -> None:
    """catalogue/options: everything there is to choose."""
    assert offered(tiny, viewer) == {
        "account_manager": ["am-01", "am-02"],
        "country": ["Netherlands", "Spain", "United Kingdom"],
        "location": ["4810011", "4810012"],
        "month": [f"2026-{month:02d}-01" for month in range(5, 11)],
        "segment": ["Enterprise", "Public sector", "SMB"],
        "workload": list(LISTED),
    }
    labels = {row[1]: row[2] for row in tiny.ask(OPTIONS, viewer=viewer).frame.rows()}
    assert labels["EXO"] == "Exchange Online"
    assert labels["am-02"] == "Bram Hoekstra"
    assert labels["Loop Workspaces"] == "Loop Workspaces", "an unknown name is its own label"


@pytest.mark.parametrize("viewer", [BRAM, SOUTH])
def test_catalogue_options_of_those_who_see_one_customer(tiny: Warehouse, viewer: Viewer) -> None:
    found = offered(tiny, viewer)
    assert len(found.pop("month")) == 6
    assert found == {
        "account_manager": ["am-02"],
        "country": ["Spain"],
        "location": ["4810012"],
        "segment": ["Public sector"],
        "workload": ["SPO", "TEAMS_MEETINGS"],
    }


@pytest.mark.parametrize("viewer", [NOBODY, NO_TEAM])
def test_whoever_owns_nothing_is_offered_months_only(tiny: Warehouse, viewer: Viewer) -> None:
    assert set(offered(tiny, viewer)) == {"month"}
    assert tiny.ask(CUSTOMERS, viewer=viewer).frame.is_empty()
    assert tiny.ask(PEOPLE, viewer=viewer).frame.is_empty()


def test_catalogue_people(tiny: Warehouse) -> None:
    """catalogue/people: teams, then account managers."""
    teams = [("team", name, name) for name in ("Central and South Europe", "North Europe")]
    managers = [("account_manager", "am-01", "Ada Abernethy"), ("account_manager", "am-02", "Bram Hoekstra")]
    assert tiny.ask(PEOPLE, viewer=ADMIN).frame.rows() == [*teams, *managers]
    assert tiny.ask(PEOPLE, viewer=NORTH).frame.rows() == [teams[1], managers[0]]


@pytest.mark.parametrize(
    ("viewer", "typed", "found"),
    [
        (ADMIN, None, [C, A, B]),  # by name: Nubeverde, Quillmere, Zonneveer
        (ADMIN, "z", [B]),
        (ADMIN, "n", [C, A, B]),  # begins with it, then holds it
        (ADMIN, "q", [A]),
        (ADMIN, "gb.example", [A]),
        (ADMIN, B.upper(), [B]),
        (ADMIN, "100%", []),
        (ADA, None, [A, B]),
        (BRAM, "quill", []),
    ],
)
def test_catalogue_customers(tiny: Warehouse, viewer: Viewer, typed: str | None, found: list[str]) -> None:
    """catalogue/customers: best matches first."""
    assert tiny.ask(CUSTOMERS, viewer=viewer, search=typed).frame["tenant_id"].to_list() == found


def test_choices_do_not_shrink_with_the_months_shown(tiny: Warehouse) -> None:
    late = Scope(start=date(2026, 10, 1), end_before=date(2026, 11, 1))
    whole = tiny.ask(OPTIONS, viewer=ADMIN).frame
    assert tiny.ask(OPTIONS, viewer=ADMIN, scope=late).frame.equals(whole)
