"""Is a form filed exactly once, by those who may, and never against another live claim?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data_access.registry import Desk, read, write
from data_access.registry.drafts import discard_draft, draft_of, save_draft, start_drafts
from data_access.registry.events import events_of
from data_access.registry.filing import file_claim
from data_access.registry.rows import rows
from domain.claim_states import State
from domain.claims import fold
from domain.errors import BadInput, Conflict, NotAllowed, UnknownName
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import OTHER_TENANT, TENANT, desk_of, filled, prepared


def _count(desk: Desk, table: str) -> int:
    return len(read(desk.workspace, lambda connection: rows(connection, f"from {table}")))


def test_a_form_becomes_one_claim_and_the_same_receipt_comes_back(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled(workloads=["Exchange Online", "Teams Meetings"]))
    receipt = file_claim(desk, "form-1")
    assert file_claim(desk, "form-1") == receipt
    assert receipt.claim_id == "CLM-000001"
    claim = read(desk.workspace, lambda connection: rows(connection, "select * from claims"))
    assert [(row["claim_id"], row["state"], row["filed_on"]) for row in claim] == [
        ("CLM-000001", "Draft", date(2026, 11, 23))
    ]
    held = read(desk.workspace, lambda c: rows(c, "select workload from claim_workloads order by workload"))
    assert [row["workload"] for row in held] == ["EXO", "TEAMS_MEETINGS"]
    assert fold(read(desk.workspace, lambda c: events_of(c, "CLM-000001"))).state is State.DRAFT


def test_a_filed_form_can_no_longer_be_changed(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled())
    file_claim(desk, "form-1")
    with pytest.raises(Conflict, match="filed as CLM-000001"):
        save_draft(desk, "form-1", filled(claim_name="another"))
    with pytest.raises(Conflict, match="filed as CLM-000001"):
        discard_draft(desk, "form-1")


def test_work_in_progress_is_there_for_another_browser(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", {"claim_name": "half", "customer_contact": {"name": "Jo"}})
    draft = draft_of(desk_of(tmp_path), "form-1")
    assert draft.values["claim_name"] == "half"
    assert draft.values["customer_contact"] == {"name": "Jo", "title": "", "email": ""}
    assert draft.revision == 1


def test_another_window_is_noticed(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", {"claim_name": "one"})
    save_draft(desk, "form-1", {"claim_name": "two"}, revision=1)
    with pytest.raises(Conflict, match="another window"):
        save_draft(desk, "form-1", {"claim_name": "three"}, revision=1)
    assert draft_of(desk, "form-1").values["claim_name"] == "two"


def test_an_incomplete_form_says_what_is_missing(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled(tenant_id="12", domain="https://contoso.com/x", customer_contact={"name": "Jo"}))
    with pytest.raises(BadInput) as refused:
        file_claim(desk, "form-1")
    sentence = refused.value.sentence
    assert "Give the tenant ID as a GUID" in sentence
    assert "Give a domain such as contoso.com" in sentence
    assert "Give the person's title" in sentence
    assert _count(desk, "claims") == 0


def test_a_location_that_is_not_enrolled_cannot_file(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled(location_id="4712"))
    with pytest.raises(BadInput, match=r"Wien \(4712\) cannot file.*'not invited'.*program eligibility"):
        file_claim(desk, "form-1")
    save_draft(desk, "form-1", filled(location_id="9"))
    with pytest.raises(BadInput, match="9 is not on the organisation page"):
        file_claim(desk, "form-1")


def test_a_second_live_claim_is_refused_naming_the_first(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled(workloads=["EXO", "SPO"]))
    file_claim(desk, "form-1")
    save_draft(desk, "form-2", filled(workloads=["SPO"]))
    with pytest.raises(Conflict, match=r"CLM-000001 \(Draft\) already claims SharePoint Online"):
        file_claim(desk, "form-2")
    save_draft(desk, "form-2", filled(workloads=["TEAMS"]))
    assert file_claim(desk, "form-2").claim_id == "CLM-000002"


def test_the_schema_itself_refuses_a_second_live_claim(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled())
    file_claim(desk, "form-1")
    insert = "insert into claim_workloads values ('CLM-X', $tenant, 'EXO', true, null)"
    with pytest.raises(Conflict, match="entered already"):
        write(desk.workspace, lambda connection: connection.execute(insert, {"tenant": TENANT}))


def test_a_renewal_must_name_an_approved_claim(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled())
    first = file_claim(desk, "form-1").claim_id
    save_draft(desk, "form-2", filled(renewal_of=first))
    with pytest.raises(BadInput, match="names an approved claim"):
        file_claim(desk, "form-2")


def test_tenant_and_domain_must_fit_the_known_customer(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled(domain="fabrikam.com", is_domain_confirmed=True))
    with pytest.raises(BadInput, match=r"fabrikam\.com belongs to Fabrikam Inc\."):
        file_claim(desk, "form-1")
    save_draft(desk, "form-1", filled(domain="contoso.de"))
    with pytest.raises(BadInput, match=r"known under contoso\.com, not contoso\.de"):
        file_claim(desk, "form-1")
    save_draft(desk, "form-1", filled(domain="contoso.de", is_domain_confirmed=True))
    assert file_claim(desk, "form-1").claim_id == "CLM-000001"


@pytest.mark.parametrize(
    ("viewer", "sentence"),
    [
        (Viewer("ben", Role.ACCOUNT_MANAGER), "another account manager"),
        (Viewer("lea", Role.SALES_LEAD, "south"), "another team"),
        (Viewer("lea", Role.SALES_LEAD), "another team"),
        (Viewer("eve", Role.EXECUTIVE), "for reading"),
    ],
)
def test_those_who_may_not_write_are_told_so(tmp_path: Path, viewer: Viewer, sentence: str) -> None:
    save_draft(prepared(tmp_path), "form-1", filled())
    desk = desk_of(tmp_path, viewer)
    for attempt in (lambda: save_draft(desk, "form-1", filled()), lambda: file_claim(desk, "form-1")):
        with pytest.raises(NotAllowed, match=sentence):
            attempt()


@pytest.mark.parametrize(
    "viewer", [Viewer("ana", Role.ACCOUNT_MANAGER), Viewer("lea", Role.SALES_LEAD, "north")], ids=["owner", "team"]
)
def test_those_who_may_write_can(tmp_path: Path, viewer: Viewer) -> None:
    prepared(tmp_path)
    desk = desk_of(tmp_path, viewer)
    save_draft(desk, "form-1", filled())
    assert file_claim(desk, "form-1").filed_by == viewer.user


def test_a_form_cannot_be_moved_to_another_managers_customer(tmp_path: Path) -> None:
    prepared(tmp_path)
    desk = desk_of(tmp_path, Viewer("ana", Role.ACCOUNT_MANAGER))
    save_draft(desk, "form-1", filled())
    with pytest.raises(NotAllowed, match="another account manager"):
        save_draft(desk, "form-1", filled(tenant_id=OTHER_TENANT))


def test_drafts_are_made_in_bulk_from_unclaimed_workloads(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    started = start_drafts(desk, [(TENANT, ["EXO", "SPO"]), (OTHER_TENANT, ["TEAMS"])], {"location_id": "4711"})
    assert [draft_of(desk, form_id).values["workloads"] for form_id in started] == [["EXO", "SPO"], ["TEAMS"]]
    assert draft_of(desk, started[0]).values["domain"] == "contoso.com"
    assert draft_of(desk, started[0]).values["claim_name"] == "Contoso Ltd: Exchange Online and SharePoint Online"


def test_an_unknown_form_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="no saved form 'nothing'"):
        file_claim(prepared(tmp_path), "nothing")


def test_business_applications_claim_subscriptions(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    values = filled(solution_area="Business Applications", role="Build intent - Advisor", workloads=[])
    save_draft(desk, "form-1", {**values, "subscriptions": ["sub-1", "sub-2"]})
    file_claim(desk, "form-1")
    held = read(desk.workspace, lambda c: rows(c, "select workload from claim_workloads order by workload"))
    assert [row["workload"] for row in held] == ["sub-1", "sub-2"]


def test_a_rejected_workload_waits_until_the_time_to_dispute_is_over(tmp_path: Path) -> None:
    from data_access.registry.life import record_step
    from domain.claim_states import Trigger
    from domain.claim_steps import Step
    from tests.data_access.test_registry_life import approved

    desk, claim_id = approved(tmp_path)
    record_step(desk, claim_id, Step(Trigger.CUSTOMER_DECLINES, desk.today, reason="declined"))
    save_draft(desk, "form-2", filled())
    with pytest.raises(Conflict, match="file anew with a fresh POE from 24 Dec 2026"):
        file_claim(desk, "form-2")
    later = desk_of(tmp_path, today=desk.today + timedelta(days=31))
    assert file_claim(later, "form-2").claim_id == "CLM-000002"
