"""Is every step of a claim recorded as its events, and does the claim's row equal their fold?"""

from datetime import date
from pathlib import Path

import pytest

from data_access.documents import DocumentStore
from data_access.registry import Desk, read
from data_access.registry.amendments import amend, complete_draft
from data_access.registry.attachments import attach_document
from data_access.registry.drafts import save_draft
from data_access.registry.events import claim_row, events_of
from data_access.registry.filing import file_claim
from data_access.registry.life import life_of, record_step
from data_access.registry.rows import rows
from domain.claim_states import State, Trigger
from domain.claim_steps import Step
from domain.claims import fold
from domain.errors import BadInput, Conflict, NotAllowed
from domain.scope import Role, Viewer
from tests.data_access.registry_desks import desk_of, filled, prepared

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def filed(root: Path, form_id: str = "form-1", **changes: object) -> tuple[Desk, str]:
    desk = prepared(root)
    save_draft(desk, form_id, filled(**changes))
    return desk, file_claim(desk, form_id).claim_id


def with_proof(desk: Desk, claim_id: str, form_id: str = "form-1") -> None:
    attach_document(desk, form_id, "poe.png", PNG, DocumentStore.of(desk.workspace))
    complete_draft(desk, claim_id, comments="see page 2", is_acknowledged=True)


def approved(root: Path, number: str = "900100") -> tuple[Desk, str]:
    desk, claim_id = filed(root)
    with_proof(desk, claim_id)
    for step in (
        Step(Trigger.SUBMIT, desk.today, claim_number=number),
        Step(Trigger.REVIEW_STARTS, desk.today),
        Step(Trigger.APPROVE, desk.today),
    ):
        record_step(desk, claim_id, step)
    return desk, claim_id


def test_submission_asks_for_proof_then_acknowledgements_then_the_number(tmp_path: Path) -> None:
    desk, claim_id = filed(tmp_path)
    submit = Step(Trigger.SUBMIT, desk.today, claim_number="900100")
    with pytest.raises(BadInput, match="Attach the proof of execution first"):
        record_step(desk, claim_id, submit)
    attach_document(desk, "form-1", "poe.png", PNG, DocumentStore.of(desk.workspace))
    with pytest.raises(BadInput, match="Tick the acknowledgements first"):
        record_step(desk, claim_id, submit)
    complete_draft(desk, claim_id, comments="", is_acknowledged=True)
    with pytest.raises(BadInput, match="claim number Partner Center shows"):
        record_step(desk, claim_id, Step(Trigger.SUBMIT, desk.today))
    life = record_step(desk, claim_id, submit)
    assert (life.state, life.submitted_on, life.claim_number) == (State.SUBMITTED, desk.today, "900100")


def test_a_claims_row_equals_the_fold_of_its_events(tmp_path: Path) -> None:
    desk, claim_id = approved(tmp_path)
    record_step(desk, claim_id, Step(Trigger.CUSTOMER_DECLINES, desk.today, reason="declined"))
    record_step(desk, claim_id, Step(Trigger.DISPUTE, desk.today, reason="they agreed in writing"))
    events = read(desk.workspace, lambda c: events_of(c, claim_id))
    life = fold(events)
    row = read(desk.workspace, lambda c: claim_row(c, claim_id))
    assert [event.number for event in events] == [1, 2, 3, 4, 5, 6]
    assert life == life_of(desk, claim_id)
    assert (row["state"], row["state_since_on"], row["was_disputed"]) == (life.state, life.since_on, life.was_disputed)
    assert (row["submitted_on"], row["approved_on"], row["rejected_on"]) == (
        life.submitted_on,
        life.approved_on,
        life.rejected_on,
    )
    live = read(desk.workspace, lambda c: rows(c, "select is_live from claim_workloads"))
    assert [each["is_live"] for each in live] == [True]


def test_a_disassociated_claim_frees_its_workload(tmp_path: Path) -> None:
    desk, claim_id = approved(tmp_path)
    with pytest.raises(BadInput, match="Give the reason"):
        record_step(desk, claim_id, Step(Trigger.DISASSOCIATE, desk.today, reason="  "))
    record_step(desk, claim_id, Step(Trigger.DISASSOCIATE, desk.today, reason="left the customer"))
    save_draft(desk, "form-2", filled())
    assert file_claim(desk, "form-2").claim_id == "CLM-000002"


def test_an_approved_claim_can_be_renewed_once_at_a_time(tmp_path: Path) -> None:
    desk, first = approved(tmp_path)
    save_draft(desk, "form-2", filled(renewal_of=first))
    assert file_claim(desk, "form-2").claim_id == "CLM-000002"
    save_draft(desk, "form-3", filled(renewal_of=first))
    with pytest.raises(Conflict, match="CLM-000002"):
        file_claim(desk, "form-3")


def test_microsofts_number_belongs_to_one_claim(tmp_path: Path) -> None:
    desk, _ = approved(tmp_path, "900100")
    save_draft(desk, "form-2", filled(workloads=["SPO"]))
    second = file_claim(desk, "form-2").claim_id
    with_proof(desk, second, "form-2")
    with pytest.raises(Conflict, match="CLM-000001 already has Microsoft's claim number 900100"):
        record_step(desk, second, Step(Trigger.SUBMIT, desk.today, claim_number="900100"))


def test_a_claim_is_edited_only_where_partner_center_allows_it(tmp_path: Path) -> None:
    desk, claim_id = approved(tmp_path)
    with pytest.raises(BadInput, match="'Approved' cannot be edited"):
        amend(desk, claim_id, {"claim_name": "new"})


def test_what_the_reviewer_asked_for_can_be_changed_and_is_kept(tmp_path: Path) -> None:
    desk, claim_id = filed(tmp_path, workloads=["EXO", "SPO"])
    with_proof(desk, claim_id)
    record_step(desk, claim_id, Step(Trigger.SUBMIT, desk.today, claim_number="900100"))
    record_step(desk, claim_id, Step(Trigger.REVIEW_STARTS, desk.today))
    record_step(desk, claim_id, Step(Trigger.ASK_PARTNER, desk.today, reason="SPO is not in the POE"))
    amend(
        desk,
        claim_id,
        {"workloads": ["EXO", "TEAMS"], "customer_contact": {"name": "A", "title": "B", "email": "c@d.eu"}},
    )
    held = read(desk.workspace, lambda c: rows(c, "select workload from claim_workloads order by workload"))
    assert [row["workload"] for row in held] == ["EXO", "TEAMS"]
    kept = read(desk.workspace, lambda c: rows(c, "select changes from claim_amendments order by number"))[-1][
        "changes"
    ]
    assert '"workloads": [["EXO", "SPO"], ["EXO", "TEAMS"]]' in kept
    assert "c@d.eu" not in kept
    with pytest.raises(BadInput, match="tenant_id"):
        amend(desk, claim_id, {"tenant_id": "x"})
    life = record_step(desk, claim_id, Step(Trigger.ANSWER, desk.today, reason="replaced SPO"))
    assert life.state is State.SUBMITTED


def test_only_those_who_may_write_record_steps(tmp_path: Path) -> None:
    _, claim_id = filed(tmp_path)
    desk = desk_of(tmp_path, Viewer("ben", Role.ACCOUNT_MANAGER))
    with pytest.raises(NotAllowed, match="another account manager"):
        record_step(desk, claim_id, Step(Trigger.SUBMIT, date(2026, 11, 23)))
