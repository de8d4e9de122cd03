"""Which claims does the sample begin with? The shipped claims list and a few forms, through the registry's writers."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import docx
import polars as pl

from data_access.claim_watch import desk_for
from data_access.documents import DocumentStore
from data_access.organisation import save_legal_names, save_location, tick_requirement
from data_access.poe_template import poe_template
from data_access.registry import Desk, read, write_together
from data_access.registry.amendments import complete_draft
from data_access.registry.attachments import attach_document
from data_access.registry.drafts import save_draft, start_drafts
from data_access.registry.entries import note_rival, write_note
from data_access.registry.existing import ExistingClaim, bring_in
from data_access.registry.filing import file_claim
from data_access.registry.life import record_step
from data_access.registry.proof_facts import claim_facts
from data_access.registry.proofs import check_document
from data_access.warehouse import Warehouse
from data_access.workspace import Workspace
from domain.claim_states import State, Trigger
from domain.claim_steps import Step
from domain.claim_windows import ClaimWindows
from domain.organisation import REQUIREMENTS, EnrolmentStatus, Location
from domain.scope import Role, Viewer
from domain.workloads import workload_code
from sample_data.constants import TODAY
from sample_data.partner import LOCATIONS, NAME

_LIST = "customer_claims.csv"
_CURRENCIES = {"US": "USD", "NL": "EUR", "DE": "EUR", "SG": "SGD"}
_NOT_ENROLLED = "SG"
_ENROLLED_ON = date(2022, 7, 1)
_LEFT_UNFILED, _FILED = 3, 3
_RECENT = timedelta(days=150)
_HOUR = time(9, 30)

Row = dict[str, Any]


def enter_claims(workspace: Workspace, ready_set: Path) -> None:
    """Our organisation, the claims of the list as they stand, and what is being worked on just now."""
    admin = Viewer("ida.admin", Role.INCENTIVES_ADMIN)
    with zipfile.ZipFile(ready_set) as ready:
        listed = pl.read_csv(ready.read(_LIST), infer_schema=False)
    door = Warehouse(workspace)
    desk = _on(desk_for(door, admin, TODAY, ClaimWindows()), TODAY)
    write_together(workspace, lambda: _enter(desk, listed))
    door.close()


def _enter(desk: Desk, listed: pl.DataFrame) -> None:
    if read(desk.workspace, lambda registry: registry.execute("select 1 from claims limit 1").fetchall()):
        # A start that was cut short afterwards: they were entered all together.
        return
    _enter_organisation(desk)
    rows = [row for row in listed.iter_rows(named=True) if _codes(row)]
    drafts = [row for row in rows if row["Claim ID"] is None]
    asked = next(row for row in rows if row["Status"] == State.PARTNER_ACTION_REQUIRED)
    known = [row for row in rows if row["Claim ID"] and row is not asked]
    bring_in(desk, [_existing(row) for row in known if row["Status"] != State.APPROVED or _is_recent(row)])
    started = [(row["Customer tenant ID"], _codes(row)) for row in drafts[:_LEFT_UNFILED]]
    start_drafts(_on(desk, TODAY - timedelta(days=1)), started, {})
    for row in drafts[_LEFT_UNFILED:][:_FILED]:
        then = _on(desk, _day(row, "Status changed on"))
        file_claim(then, _save(then, row))
    _live_through(desk, asked)
    tenant = drafts[0]["Customer tenant ID"]
    write_note(desk, tenant, "Project sponsor wants the Teams Phone roll-out finished before the winter freeze.")
    note_rival(desk, tenant, "INTUNE", "Halloway Systems")


def _enter_organisation(desk: Desk) -> None:
    save_legal_names(desk, [NAME, *(location.name for location in LOCATIONS)])
    for each in LOCATIONS:
        is_enrolled = each.country_code != _NOT_ENROLLED
        save_location(
            desk,
            Location(
                location_id=str(each.partner_id),
                name=each.name,
                country=each.country_code,
                currency=_CURRENCIES[each.country_code],
                status=EnrolmentStatus.ENROLLED if is_enrolled else EnrolmentStatus.ACTION_REQUIRED,
                enrolled_on=_ENROLLED_ON if is_enrolled else None,
                checked_on=desk.today,
            ),
        )
    tick_requirement(desk, str(LOCATIONS[-1].partner_id), REQUIREMENTS[0].key, is_met=True)


def _is_recent(row: Row) -> bool:
    """The others wait in the imported list: the register offers to bring them in."""
    return _day(row, "Status changed on") >= TODAY - _RECENT


def _codes(row: Row) -> tuple[str, ...]:
    return tuple(code for name in row["Workloads"].split("; ") if (code := workload_code(name)))


def _day(row: Row, column: str) -> date:
    return date.fromisoformat(row[column])


def _on(desk: Desk, day: date) -> Desk:
    """The desk as it was on a day."""
    return replace(desk, today=day, clock=lambda: datetime.combine(day, _HOUR))


def _existing(row: Row) -> ExistingClaim:
    return ExistingClaim(
        row["Claim ID"],
        row["Customer tenant ID"],
        _codes(row),
        State(row["Status"]),
        _day(row, "Status changed on"),
        row["Partner ID"],
        row["Claim name"],
        row["Customer domain"],
        _day(row, "Submitted on") if row["Submitted on"] else None,
    )


def _save(desk: Desk, row: Row) -> str:
    customer = {"name": row["Customer contact"], "title": "Head of IT", "email": row["Customer contact e-mail"]}
    partner = {"name": "Ida Lindqvist", "email": "ida.lindqvist@wexmoor.example"}
    values = {
        "solution_area": row["Solution area"],
        "role": row["Partner role"],
        "location_id": row["Partner ID"],
        "claim_name": row["Claim name"],
        "tenant_id": row["Customer tenant ID"],
        "domain": row["Customer domain"],
        "workloads": list(_codes(row)),
        "agreement_on": row["Created on"],
        "customer_contact": customer,
        "partner_contact": partner,
    }
    return save_draft(desk, f"form-{row['Customer tenant ID'].replace('-', '')[:12]}", values).form_id


def _live_through(desk: Desk, row: Row) -> None:
    """One claim from its form to Microsoft's question, with a document that lacks what the question asks for."""
    asked, submitted = _day(row, "Status changed on"), _day(row, "Submitted on")
    then = _on(desk, submitted)
    form_id = _save(_on(desk, _day(row, "Created on")), row)
    claim_id = file_claim(_on(desk, _day(row, "Created on")), form_id).claim_id
    store = DocumentStore.of(desk.workspace)
    proof = _signed_proof(then, form_id, row)
    document = attach_document(then, form_id, "proof of execution.docx", proof, store).document
    check_document(then, form_id, document.sha256, submission_on=submitted, store=store)
    complete_draft(then, claim_id, comments="", is_acknowledged=True)
    record_step(then, claim_id, Step(Trigger.SUBMIT, submitted, claim_number=row["Claim ID"]))
    reviewed = min(submitted + timedelta(days=3), asked)
    record_step(_on(desk, reviewed), claim_id, Step(Trigger.REVIEW_STARTS, reviewed))
    record_step(_on(desk, asked), claim_id, Step(Trigger.ASK_PARTNER, asked, row["Comments"]))


def _signed_proof(desk: Desk, form_id: str, row: Row) -> bytes:
    """A signed template that leaves out the claim's last workload."""
    facts = read(desk.workspace, lambda connection: claim_facts(connection, desk, form_id, desk.today))
    named = dict(list(facts.workloads.items())[:-1])
    document = docx.Document(io.BytesIO(poe_template(replace(facts, workloads=named), claim_name=row["Claim name"])))
    signed_on = _day(row, "POE signed on")
    given = (row["Customer contact"], row["Customer contact"], "Head of IT", f"{signed_on:%d %B %Y}")
    for line, text in zip(document.tables[-1].rows, given, strict=True):
        line.cells[1].text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
