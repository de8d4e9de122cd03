"""Does the register open, erase and refuse as it should, and are many forms started from what nobody claims?"""

import json
import shutil
from pathlib import Path

import pytest

from data_access.registry import Desk, read
from data_access.registry.drafts import save_draft
from data_access.registry.filing import file_claim
from data_access.registry.rows import one_row, rows
from data_access.workspace import Workspace
from domain.scope import Role
from domain.workloads import workload_name
from tests.data_access.registry_desks import filled, prepared
from tests.pages.claim_app import boxes, labels, press, texts
from tests.pages.conftest import Open

NEW, REGISTER = "associations/new", "associations/register"
OWN, ANOTHERS = "cccccccc-0003-4c03-8c03-000000000003", "aaaaaaaa-0001-4a01-8a01-000000000001"
THIRD = "bbbbbbbb-0002-4b02-8b02-000000000002"
MANAGER = {"role": Role.ACCOUNT_MANAGER, "user": "am-02"}
EXECUTIVE = {"role": Role.EXECUTIVE, "user": "chief"}


@pytest.fixture
def own(tiny_folder: Path, tmp_path: Path) -> Desk:
    """The tiny files in a workspace that may file; as an admin who knows no customer."""
    folder = tmp_path / "own"
    shutil.copytree(tiny_folder, folder, ignore=shutil.ignore_patterns("registry*"))
    desk = prepared(folder)
    return Desk(Workspace(folder), desk.viewer, desk.today)


def filed(desk: Desk, tenant: str = OWN) -> str:
    save_draft(desk, "form-1", filled(tenant_id=tenant, domain="nubeverde.example", is_domain_confirmed=True))
    return file_claim(desk, "form-1").claim_id


def test_a_contact_is_erased_from_the_claims_page(opened: Open, own: Desk) -> None:
    claim_id = filed(own)
    app = opened(own.workspace.root, REGISTER, address={"claim": claim_id})
    assert "Customer contact:** Jo Doe, CIO, jo@contoso.com" in texts(app)
    press(app, "Erase the customer contact")
    assert "Jo Doe" not in texts(app)
    kept = read(own.workspace, lambda c: one_row(c, "select * from contacts where kind = 'customer'"))
    assert kept is not None
    assert (kept["name"], kept["email"], kept["erased_by"]) == (None, None, "admin")
    assert b"jo@contoso.com" not in own.workspace.registry_file.read_bytes()
    assert "Erase the customer contact" not in labels(app, "button"), "nobody is left to erase"


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        (EXECUTIVE, "An executive's view is for reading."),
        ({"role": Role.SALES_LEAD, "user": "lead", "team": "North Europe"}, None),
        (MANAGER, None),
    ],
    ids=["executive", "another team", "account manager"],
)
def test_nobody_but_an_admin_erases(opened: Open, own: Desk, who: dict[str, object], sentence: str | None) -> None:
    claim_id = filed(own)
    app = opened(own.workspace.root, REGISTER, address={"claim": claim_id}, **who)
    assert not [label for label in labels(app, "button") if label.startswith("Erase")]
    if sentence:
        assert sentence in texts(app)
        assert "Jo Doe" not in texts(app)
        assert "Submit" not in labels(app, "button")


def test_another_managers_claim_is_not_there(opened: Open, own: Desk) -> None:
    save_draft(own, "form-1", filled(tenant_id=ANOTHERS, domain="a.example", is_domain_confirmed=True))
    claim_id = file_claim(own, "form-1").claim_id
    app = opened(own.workspace.root, REGISTER, address={"claim": claim_id}, **MANAGER)
    assert "There is no such claim among those you may see." in boxes(app)
    assert "Jo Doe" not in texts(app)


@pytest.mark.parametrize(
    ("who", "sentence"),
    [(EXECUTIVE, "An executive's view is for reading."), (MANAGER, "belongs to another account manager")],
    ids=["executive", "another's manager"],
)
def test_a_form_of_anothers_customer_is_not_opened(
    opened: Open, own: Desk, who: dict[str, object], sentence: str
) -> None:
    save_draft(own, "form-1", filled(tenant_id=ANOTHERS))
    app = opened(own.workspace.root, NEW, address={"form": "form-1", "step": "contacts"}, **who)
    assert sentence in texts(app)
    assert labels(app, "text_input") == ["Find a customer"]
    assert "Jo Doe" not in texts(app)


def test_many_forms_are_started_from_what_nobody_claims(opened: Open, own: Desk) -> None:
    app = opened(own.workspace.root, NEW)
    [customers] = [one for one in app.multiselect if one.label == "Customers, most headroom first"]
    customers.set_value([ANOTHERS, THIRD])
    press(app, "Start a form for each")
    started = read(own.workspace, lambda c: rows(c, "select tenant_id, form from claim_drafts order by tenant_id"))
    assert [row["tenant_id"] for row in started] == [ANOTHERS, THIRD]
    for row in started:
        form = json.loads(row["form"])
        assert form["workloads"]
        assert workload_name(form["workloads"][0]) in form["claim_name"]
    assert labels(app, "button").count("Go on") == 2
