"""Does the session know who looks, at which months, and keep an address from widening what they see?"""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access.workspace import Workspace
from domain.scope import Role, Scope
from pages import session
from tests.pages.conftest import Open

A, C = "aaaaaaaa-0001-4a01-8a01-000000000001", "cccccccc-0003-4c03-8c03-000000000003"
BRAM = {"role": Role.ACCOUNT_MANAGER, "user": "am-02"}
QUARTER = Scope(start=date(2026, 8, 1), end_before=date(2026, 11, 1), workloads=("EXO",))


def titles(app: AppTest) -> list[str]:
    """As they read on screen: text from files is escaped for Markdown."""
    return [title.value.replace("\\", "") for title in app.title]


def test_the_months_before_are_as_many_or_a_year_earlier() -> None:
    previous = session.before(Scope(QUARTER.start, QUARTER.end_before, "previous", ("EXO",)))
    assert previous == Scope(date(2026, 5, 1), date(2026, 8, 1), "previous", ("EXO",))
    year = session.before(Scope(QUARTER.start, QUARTER.end_before, "year"))
    assert year == Scope(date(2025, 8, 1), date(2025, 11, 1), "year")
    assert session.before(QUARTER) is None
    assert session.before(Scope(compare="year")) is None


@pytest.mark.parametrize(
    "tenant", [A, A.upper(), "00000000-0000-0000-0000-000000000000", "' or 1=1 --", "<script>alert(1)</script>", ""]
)
def test_an_address_shows_nobody_elses_customer(opened: Open, tiny_folder: Path, tenant: str) -> None:
    app = opened(tiny_folder, "customers/customer", **BRAM, address={"tenant": tenant})
    assert not app.exception
    assert titles(app) == ["Customer"]
    said = app.info[0].value
    assert "no such customer among those you may see" in said or "Choose a customer" in said
    assert not app.get("plotly_chart")


def test_ones_own_customer_is_shown(opened: Open, tiny_folder: Path) -> None:
    app = opened(tiny_folder, "customers/customer", **BRAM, address={"tenant": C.upper()})
    assert titles(app) == ["Nubeverde Salud S.A."]


@pytest.mark.parametrize(
    "address",
    [
        {"workload": "EXO"},
        {"segment": "Enterprise", "manager": "am-01", "country": "Atlantis", "location": "0"},
        {"months": "3M", "compare": "Same period last year"},
        {"months": "900M", "compare": "<b>", "from": "then", "to": "now", "workload": "' or 1=1 --", "mood": "x"},
    ],
)
def test_filters_of_an_address_are_used_or_dropped(opened: Open, tiny_folder: Path, address: dict[str, str]) -> None:
    app = opened(tiny_folder, "growth/trends", address=address)
    assert not app.exception
    assert [box.value for box in app.error] == []


def test_a_real_workspace_offers_no_other_eyes(opened: Open, tiny_folder: Path) -> None:
    app = opened(tiny_folder)
    assert [box.key for box in app.sidebar.selectbox if box.key == "view_as"] == []


def test_the_sample_lets_one_look_as_somebody_else(opened: Open, sample_folder: Path) -> None:
    app = opened(sample_folder)
    assert any("Sample data" in text.value for text in app.markdown)
    offered = app.selectbox(key="view_as")
    assert offered.options == [
        "Incentives admin",
        "Executive",
        "Sales lead, Central and South Europe",
        "Sales lead, North Europe",
        "Account manager Ada Abernethy",
        "Account manager Bram Hoekstra",
    ]
    app = offered.select("manager:am-02").run()
    assert not app.exception
    app.switch_page("pages/customers/customer.py")
    app.query_params["tenant"] = A
    assert titles(app.run()) == ["Customer"]
    app.query_params["tenant"] = C
    assert titles(app.run()) == ["Nubeverde Salud S.A."]
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        app.switch_page("pages/data/imports.py")


@pytest.mark.parametrize("folder", ["tiny_folder", "sample_folder"])
def test_what_another_version_built_meanwhile_is_said_and_not_called_empty(
    opened: Open, request: pytest.FixtureRequest, tmp_path: Path, folder: str
) -> None:
    root = shutil.copytree(request.getfixturevalue(folder), tmp_path / "own")
    app = opened(root, "growth/trends")
    assert not any("Another version" in one.value for one in app.info)
    workspace = Workspace(root)
    workspace.publish(replace(workspace.publication(), layout="another"))
    app.run()
    assert not app.exception
    said = [one.value for one in app.info]
    assert any("Another version of CPOR Insights built this book" in one for one in said)
    assert not any("imported" in one and "Another version" not in one for one in said)
