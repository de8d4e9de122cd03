"""Does a form go to a claim pack: template, check, override, readiness, and never a formula or a second use unsaid?"""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from data_access.claim_pack import claim_pack
from data_access.documents import DocumentStore
from data_access.poe_template import poe_template
from data_access.poe_text import pages_of
from data_access.registry import Desk, read
from data_access.registry.amendments import complete_draft
from data_access.registry.attachments import attach_document, detach_document
from data_access.registry.drafts import save_draft
from data_access.registry.existing import ExistingClaim, bring_in
from data_access.registry.filing import file_claim
from data_access.registry.life import record_step
from data_access.registry.proof_facts import claim_facts
from data_access.registry.proofs import check_document, last_checklist, override
from data_access.registry.rows import rows
from data_access.registry.settings import DocumentSettings
from domain.claim_readiness import gaps, is_ready
from domain.claim_states import State, Trigger
from domain.claim_steps import Step
from domain.errors import BadInput, NotAllowed
from domain.proof import Item, Verdict, check
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import TENANT, TODAY, desk_of, filled, prepared
from tests.poe_documents.blocks import PIXEL


def ready(root: Path, **changes: object) -> tuple[Desk, DocumentStore]:
    desk = prepared(root)
    save_draft(desk, "form-1", filled(**changes))
    return desk, DocumentStore.of(desk.workspace)


def signed_template(desk: Desk) -> bytes:
    """The template of a form, completed as a customer would."""
    facts = read(desk.workspace, lambda c: claim_facts(c, desk, "form-1", TODAY))
    document = docx.Document(io.BytesIO(poe_template(facts)))
    for row in document.tables[-1].rows:
        label = row.cells[0].text
        values = {"Customer signature": "/s/ Jo Doe", "Name": "Jo Doe", "Title": "CIO"}
        row.cells[1].text = values.get(label, "20 November 2026")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_template_passes_its_own_check(tmp_path: Path) -> None:
    desk, _ = ready(tmp_path, workloads=["EXO", "TEAMS", "TEAMS_MEETINGS", "AADP"])
    facts = read(desk.workspace, lambda c: claim_facts(c, desk, "form-1", TODAY))
    blank = check(pages_of(poe_template(facts), "docx", DocumentSettings()), facts)
    assert {each.item for each in blank.open_findings} == {Item.SIGNATURE, Item.DATE}
    assert check(pages_of(signed_template(desk), "docx", DocumentSettings()), facts).is_clear


def test_a_checked_document_is_kept_with_what_was_found(tmp_path: Path) -> None:
    desk, store = ready(tmp_path)
    claim_id = file_claim(desk, "form-1").claim_id
    attached = attach_document(desk, "form-1", "C:\\docs\\POE.docx", signed_template(desk), store)
    assert (attached.file_name, attached.also_used_for) == ("POE.docx", ())
    found = check_document(desk, "form-1", attached.document.sha256, submission_on=TODAY, store=store)
    assert found.is_clear
    assert last_checklist(desk, "form-1", attached.document.sha256) == found
    claim = read(desk.workspace, lambda c: rows(c, "select poe_sha256, poe_acknowledged_on from claims"))
    assert claim == [{"poe_sha256": attached.document.sha256, "poe_acknowledged_on": date(2026, 11, 20)}]
    complete_draft(desk, claim_id, comments="", is_acknowledged=True)
    left = gaps(has_document=True, is_acknowledged=True, location_refusal=None, checklists=(found,))
    assert (left, is_ready(left)) == ((), True)


def test_an_override_needs_a_reason_and_is_kept(tmp_path: Path) -> None:
    desk, store = ready(tmp_path)
    attached = attach_document(desk, "form-1", "scan.png", PIXEL, store)
    sha256 = attached.document.sha256
    found = check_document(desk, "form-1", sha256, submission_on=TODAY, store=store)
    assert not found.can_be_read
    with pytest.raises(BadInput, match="Give a reason"):
        override(desk, "form-1", sha256, "customer signature", Verdict.FOUND, " ")
    override(desk, "form-1", sha256, "customer signature", Verdict.FOUND, "signed in ink on page 2")
    kept = last_checklist(desk, "form-1", sha256)
    assert kept is not None
    assert len(kept.open_findings) == len(found.open_findings) - 1
    assert kept.overrides[0].reason == "signed in ink on page 2"
    left = gaps(has_document=True, is_acknowledged=False, location_refusal="no", checklists=(kept,))
    assert [each.sentence for each in left[:2]] == ["no", "Tick the acknowledgements."]
    assert not is_ready(left)


def test_a_document_used_for_another_claim_is_said(tmp_path: Path) -> None:
    desk, store = ready(tmp_path)
    claim_id = file_claim(desk, "form-1").claim_id
    attach_document(desk, "form-1", "a.png", PIXEL, store)
    save_draft(desk, "form-2", filled(workloads=["SPO"]))
    assert attach_document(desk, "form-2", "b.png", PIXEL, store).also_used_for == (claim_id,)
    detach_document(desk, "form-1", attach_document(desk, "form-2", "b.png", PIXEL, store).document.sha256)
    assert attach_document(desk, "form-2", "b.png", PIXEL, store).also_used_for == ()


def test_a_claim_takes_so_many_documents_and_only_while_editable(tmp_path: Path) -> None:
    desk, _ = ready(tmp_path)
    store = DocumentStore.of(desk.workspace, DocumentSettings(per_claim=1))
    claim_id = file_claim(desk, "form-1").claim_id
    attach_document(desk, "form-1", "a.png", PIXEL, store)
    with pytest.raises(BadInput, match="has 1 documents, the most"):
        attach_document(desk, "form-1", "b.png", PIXEL + b"2", store)
    complete_draft(desk, claim_id, comments="", is_acknowledged=True)
    record_step(desk, claim_id, Step(Trigger.SUBMIT, TODAY, claim_number="900100"))
    with pytest.raises(BadInput, match="'Submitted' takes no other document"):
        attach_document(desk, "form-1", "b.png", PIXEL, store)


def test_another_managers_form_takes_no_document_from_me(tmp_path: Path) -> None:
    _, store = ready(tmp_path)
    desk = desk_of(tmp_path, Viewer("ben", Role.ACCOUNT_MANAGER))
    with pytest.raises(NotAllowed, match="another account manager"):
        attach_document(desk, "form-1", "a.png", PIXEL, store)
    assert not (tmp_path / "documents").exists()


def test_a_claim_pack_has_all_in_the_wizards_order(tmp_path: Path) -> None:
    desk, store = ready(tmp_path, claim_name="=HYPERLINK(1)", workloads=["EXO", "AADP"])
    claim_id = file_claim(desk, "form-1").claim_id
    attached = attach_document(desk, "form-1", "poe.docx", signed_template(desk), store)
    check_document(desk, "form-1", attached.document.sha256, submission_on=TODAY, store=store)
    complete_draft(desk, claim_id, comments="+1", is_acknowledged=True)
    with zipfile.ZipFile(io.BytesIO(claim_pack(desk, claim_id, store))) as pack:
        assert pack.namelist() == ["fields.txt", "fields.csv", "poe_1.docx", "poe_1_checklist.csv"]
        lines = list(csv.reader(io.StringIO(pack.read("fields.csv").decode("utf-8-sig"))))
        assert "Customer tenant ID: " + TENANT in pack.read("fields.txt").decode()
        assert len(list(csv.reader(io.StringIO(pack.read("poe_1_checklist.csv").decode("utf-8-sig"))))) == 10
    assert [line[1] for line in lines[1:]] == [
        "Solution area",
        "Partner role",
        "Claim name",
        "Partner ID (location)",
        "Customer tenant ID",
        "Customer domain",
        "Opt out of incentive payment",
        "Workload",
        "Workload",
        "Customer contact name",
        "Customer contact title",
        "Customer contact e-mail",
        "Partner contact name",
        "Partner contact e-mail",
        "Comments",
        "Acknowledgements",
    ]
    values = {line[1]: line[2] for line in lines}
    assert (values["Claim name"], values["Comments"]) == ("'=HYPERLINK(1)", "'+1")


def test_an_existing_claims_list_is_brought_in_once(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    listed = [
        ExistingClaim("7001", TENANT, ("EXO",), State.APPROVED, date(2026, 7, 15), "4711"),
        ExistingClaim("7002", TENANT, ("EXO",), State.SUBMITTED, date(2026, 8, 1), "4711"),
    ]
    first = bring_in(desk, listed)
    assert [(each.claim_id, each.sentence) for each in first] == [
        ("CLM-000001", "Brought in."),
        (None, "CLM-000001 already claims Exchange Online for this tenant."),
    ]
    assert bring_in(desk, listed[:1])[0].sentence == "Known already."
    changed = ExistingClaim("7001", TENANT, ("EXO",), State.REJECTED, date(2026, 9, 1))
    assert bring_in(desk, [changed])[0].sentence == "The export says 'Rejected', the register 'Approved'."
    record_step(desk, "CLM-000001", Step(Trigger.DISASSOCIATE, TODAY, reason="left"))
    with pytest.raises(NotAllowed, match="Only an incentives admin may bring in"):
        bring_in(desk_of(tmp_path, Viewer("ana", Role.ACCOUNT_MANAGER)), listed)
