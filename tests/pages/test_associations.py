"""Does the form ask for what each area claims, say what is wrong with each field, and file before any import?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data_access.documents import DocumentStore
from data_access.proof_desk import ProofDesk
from data_access.registry import Desk, read
from data_access.registry.drafts import draft_of, save_draft
from data_access.registry.filing import file_claim
from data_access.registry.rows import one_row, rows
from data_access.registry.settings import lookup_settings
from domain.claim_submission import Planned
from tests.data_access.registry_desks import filled, prepared
from tests.data_access.test_tenant_lookup import TENANT as FOUND_TENANT
from tests.data_access.test_tenant_lookup import address as address
from tests.pages.claim_app import boxes, give, labels, press, texts
from tests.pages.conftest import Open

NEW, REGISTER = "associations/new", "associations/register"
LOOK_UP = "Find the tenant ID by the domain, online"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An organisation that may file, and nothing imported."""
    return prepared(tmp_path)


@pytest.fixture
def lookup(monkeypatch: pytest.MonkeyPatch, address: str) -> Iterator[None]:
    monkeypatch.setenv("CPOR_TENANT_LOOKUP", "true")
    monkeypatch.setenv("CPOR_TENANT_LOOKUP_BASE_URL", address)
    lookup_settings.cache_clear()
    yield
    monkeypatch.undo()
    lookup_settings.cache_clear()


def at_step(step: str, form_id: str = "form-1") -> dict[str, str]:
    return {"form": form_id, "step": step}


def test_a_claim_is_filed_and_submitted_before_anything_is_imported(opened: Open, desk: Desk, tmp_path: Path) -> None:
    app = opened(tmp_path, NEW)
    press(app, "Start a new form")
    form_id = app.query_params["form"][0]
    save_draft(desk, form_id, filled(customer_name="Contoso Ltd"))
    app = opened(tmp_path, NEW, address=at_step("review", form_id))
    press(app, "File as draft")
    assert any("Filed as **CLM-000001**, once." in box for box in boxes(app))
    planned = Planned(desk.today, customer_name="Contoso Ltd")
    proof = ProofDesk(desk, form_id, "CLM-000001", DocumentStore.of(desk.workspace))
    proof.attach("proof.docx", proof.template(planned), planned)
    proof.complete("", is_acknowledged=True)
    app = opened(tmp_path, NEW, address=at_step("submit", form_id))
    [number] = [one for one in app.text_input if one.label == "Microsoft's claim number"]
    number.input("4711001")
    press(app, "Record submission")
    app = opened(tmp_path, REGISTER, address={"claim": "CLM-000001"})
    assert boxes(app) == []
    assert "**Submitted** since 23 Nov 2026" in texts(app)
    assert not (tmp_path / "snapshots").exists(), "nothing was imported"
    kept = read(desk.workspace, lambda c: one_row(c, "select submitted_on, claim_number from claims"))
    assert kept == {"submitted_on": date(2026, 11, 23), "claim_number": "4711001"}


def test_business_applications_asks_for_subscriptions_and_files(opened: Open, desk: Desk, tmp_path: Path) -> None:
    save_draft(desk, "form-1", filled())
    app = opened(tmp_path, NEW, address=at_step("solution"))
    give(app, "selectbox", "Solution area", "Business Applications")
    give(app, "selectbox", "Partner role", "Build intent - Advisor")
    press(app, "On to details")
    press(app, "On to workloads")
    assert labels(app, "multiselect") == []
    assert "give at least one subscription ID" in texts(app)
    give(app, "text_area", "Subscription IDs, one a line", "sub-1\n\nsub-2\n")
    for onward in ("contacts", "review and file"):
        press(app, f"On to {onward}")
    press(app, "File as draft")
    held = read(desk.workspace, lambda c: rows(c, "select workload from claim_workloads order by workload"))
    assert [row["workload"] for row in held] == ["sub-1", "sub-2"]
    assert draft_of(desk, "form-1").values["workloads"] == []


WRONG = {
    "details": [
        ("Customer tenant ID", "12", "Give the tenant ID as a GUID"),
        ("Customer tenant ID", "00000000-0000-0000-0000-000000000000", "Give the tenant ID as a GUID"),
        ("Customer domain", "https://contoso.com/x", "Give a domain such as contoso.com"),
        ("Customer domain", "-bad-.com", "Give a domain such as contoso.com"),
        ("Claim name", "x" * 201, "Shorten a name for the claim to at most 200 characters (now 201)."),
        ("Claim name", "  ", "Give a name for the claim."),
    ],
    "contacts": [
        ("Name", "", "Give the person's name."),
        ("Title", "x" * 121, "Shorten the person's title to at most 120 characters (now 121)."),
        ("E-mail", "jo at contoso", "Give an e-mail address such as name@contoso.com."),
        ("Our person's e-mail", "kim@", "Give an e-mail address such as name@contoso.com."),
    ],
}


@pytest.mark.parametrize("step", WRONG)
def test_what_is_wrong_with_a_field_is_said_beside_it(
    opened: Open, desk: Desk, tmp_path: Path, step: str, subtests: pytest.Subtests
) -> None:
    save_draft(desk, "form-1", filled())
    app = opened(tmp_path, NEW, address=at_step(step))
    for field, given, sentence in WRONG[step]:
        with subtests.test(field, given=given[:40]):
            right = next(one.value for one in app.text_input if one.label == field)
            assert sentence not in texts(app)
            give(app, "text_input", field, given)
            assert sentence in texts(app)
            assert "Saved by" in texts(app), "what is wrong is kept as well"
            give(app, "text_input", field, right)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"location_id": "4712"},
            "Wien (4712) cannot file: its enrolment in Microsoft Commerce Incentives is 'not invited'.",
        ),
        ({"workloads": []}, "Choose at least one workload."),
        ({"workloads": ["SPO"]}, "CLM-000001 (Draft) already claims SharePoint Online for this tenant."),
        ({"customer_contact": {"name": "Jo"}}, "Give the person's title."),
        ({"role": "Advisor"}, "choose one of these roles: 'Use or consume'"),
    ],
    ids=["location", "no workload", "taken", "half a contact", "role"],
)
def test_what_stops_filing_is_said_before_the_button(
    opened: Open, desk: Desk, tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    save_draft(desk, "form-0", filled(workloads=["SPO"]))
    file_claim(desk, "form-0")
    save_draft(desk, "form-1", filled(**changes))
    app = opened(tmp_path, NEW, address=at_step("review"))
    assert sentence in texts(app)
    assert "File as draft" not in labels(app, "button")


@pytest.mark.parametrize(
    ("signed_on", "reminder"),
    [
        ("2026-11-20", "The customer has signed. 4 business days left, until 30 Nov 2026"),
        ("2026-11-02", "The customer has signed. Overdue by 9 business days, since 9 Nov 2026"),
    ],
)
def test_a_signed_agreement_reminds_of_filing_before_it_is_filed(
    opened: Open, desk: Desk, tmp_path: Path, signed_on: str, reminder: str
) -> None:
    save_draft(desk, "form-1", filled(agreement_on=signed_on))
    assert reminder in texts(opened(tmp_path, NEW))


def test_the_lookup_button_is_there_only_when_asked_for(opened: Open, desk: Desk, tmp_path: Path) -> None:
    save_draft(desk, "form-1", filled(tenant_id="", domain="contoso.com"))
    assert LOOK_UP not in labels(opened(tmp_path, NEW, address=at_step("details")), "button")


@pytest.mark.usefixtures("lookup")
def test_the_lookup_fills_in_the_tenant_or_says_why_not(opened: Open, desk: Desk, tmp_path: Path) -> None:
    save_draft(desk, "form-1", filled(tenant_id="", domain="contoso.com"))
    app = opened(tmp_path, NEW, address=at_step("details"))
    press(app, LOOK_UP)
    assert draft_of(desk, "form-1").values["tenant_id"] == FOUND_TENANT
    give(app, "text_input", "Customer domain", "nobody.example")
    press(app, LOOK_UP)
    assert "Microsoft knows no tenant for nobody.example." in texts(app)
    assert draft_of(desk, "form-1").values["tenant_id"] == FOUND_TENANT
