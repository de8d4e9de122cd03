"""How does a form become a claim, exactly once?"""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime

import duckdb
from pydantic import ValidationError

from data_access.registry.audit import record
from data_access.registry.contacts import contacts_of
from data_access.registry.desk import Desk
from data_access.registry.drafts import draft_row
from data_access.registry.events import begin
from data_access.registry.organisation_rows import location_row
from data_access.registry.rows import one_row, rows
from data_access.registry.writer import write
from domain.claim_concerns import KnownClaim, TenantFacts
from domain.claim_form import ClaimForm, sentences
from domain.claim_radar import before_filing
from domain.claim_states import State, Trigger
from domain.claims import Event
from domain.errors import BadInput, Conflict
from domain.organisation import filing_refusal
from domain.workloads import workload_name


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof that a form was filed; the same one on every retry."""

    receipt_id: str
    form_id: str
    claim_id: str
    filed_by: str
    filed_at: datetime


def file_claim(desk: Desk, form_id: str) -> Receipt:
    """Freeze a saved form as one claim in state Draft. Filing it again returns the same receipt.

    `BadInput` lists what is missing or says why the location cannot file; `Conflict` names the claim that already
    holds a workload; `NotAllowed` for another's customer.
    """
    return write(desk.workspace, lambda connection: _file(connection, desk, form_id))


def receipt_of(connection: duckdb.DuckDBPyConnection, form_id: str) -> Receipt | None:
    row = one_row(connection, "select * from receipts where form_id = $form_id", {"form_id": form_id})
    return Receipt(**row) if row else None


def _file(connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str) -> Receipt:
    row = draft_row(connection, form_id)
    desk.check_may_write(row["tenant_id"])
    known = receipt_of(connection, form_id)
    if known:
        return known
    form = _complete({**json.loads(row["form"]), **contacts_of(connection, form_id)})
    desk.check_may_write(form.details.tenant_id)
    _check_location(connection, desk, form)
    _check_domain(desk, form)
    _check_renewal(connection, form)
    _check_conflicts(connection, desk, form_id, form)
    return _insert(connection, desk, form_id, form)


def _complete(values: dict[str, object]) -> ClaimForm:
    try:
        return ClaimForm.of(values)
    except ValidationError as invalid:
        found = list(dict.fromkeys(sentences(invalid).values()))
        raise BadInput("The form is not complete. " + " ".join(found)) from invalid


def _check_location(connection: duckdb.DuckDBPyConnection, desk: Desk, form: ClaimForm) -> None:
    wanted = form.details.location_id
    refused = filing_refusal(location_row(connection, wanted), wanted, desk.today)
    if refused:
        raise BadInput(refused)


def _check_domain(desk: Desk, form: ClaimForm) -> None:
    refused = domain_refusal(desk, form.details.tenant_id, form.details.domain, form.details.is_domain_confirmed)
    if refused:
        raise BadInput(refused)


def domain_refusal(desk: Desk, tenant_id: str, domain: str, is_confirmed: bool) -> str | None:
    """Why tenant and domain do not fit what is known of the customer; None when they do or nothing is known.

    A customer may own several domains, so one that is merely new can be confirmed; another customer's cannot.
    """
    owner = desk.customer_with_domain(domain)
    if owner is not None and owner.tenant_id != tenant_id:
        return f"{domain} belongs to {owner.name or 'another customer'} (tenant {owner.tenant_id}), not to this tenant."
    customer = desk.customer_of(tenant_id)
    if customer is None or not customer.domain or customer.domain.casefold() == domain or is_confirmed:
        return None
    return (
        f"{customer.name or 'This tenant'} is known under {customer.domain}, not {domain}. Microsoft refuses a domain"
        " that is not the tenant's: correct it, or confirm that it belongs to the tenant."
    )


def _check_renewal(connection: duckdb.DuckDBPyConnection, form: ClaimForm) -> None:
    renewed = form.details.renewal_of
    if renewed is None:
        return
    first = one_row(connection, "select * from claims where claim_id = $claim_id", {"claim_id": renewed})
    if first is None or first["tenant_id"] != form.details.tenant_id or first["state"] != State.APPROVED:
        raise BadInput(f"{renewed} cannot be renewed: a POE renewal names an approved claim of the same tenant.")
    held = rows(connection, "select workload from claim_workloads where claim_id = $claim_id", {"claim_id": renewed})
    outside = set(form.workloads.claimed) - {row["workload"] for row in held}
    if outside:
        names = ", ".join(sorted(map(workload_name, outside)))
        raise BadInput(f"{renewed} does not hold {names}: claim them with a form of their own.")


def _check_conflicts(connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str, form: ClaimForm) -> None:
    found = rows(
        connection,
        "select c.claim_id, w.workload, c.state, c.location_id, c.state_since_on as since_on, c.renewal_of,"
        " c.approved_on, c.was_disputed from claims as c join claim_workloads as w on c.claim_id = w.claim_id"
        " where c.tenant_id = $tenant_id order by c.claim_id",
        {"tenant_id": form.details.tenant_id},
    )
    facts = TenantFacts(tuple(KnownClaim(**{**row, "state": State(row["state"])}) for row in found))
    alerts = before_filing(
        form_id,
        form.workloads.claimed,
        form.details.location_id,
        facts,
        desk.today,
        desk.windows,
        form.details.renewal_of,
    )
    blocking = [alert for alert in alerts if alert.is_blocking]
    if blocking:
        raise Conflict(f"{blocking[0].sentence} {blocking[0].action}")


def _insert(connection: duckdb.DuckDBPyConnection, desk: Desk, form_id: str, form: ClaimForm) -> Receipt:
    claim_id, at, who = next_claim_id(connection), desk.clock(), desk.viewer.user
    event = Event(claim_id, 1, Trigger.FILE, None, State.DRAFT, desk.today, at, who)
    begin(
        connection,
        event,
        {
            "form_id": form_id,
            "solution_area": str(form.solution.solution_area),
            "role": form.solution.role,
            **form.details.model_dump(exclude={"is_domain_confirmed"}),
        },
        form.workloads.claimed,
    )
    connection.execute(
        "update claim_drafts set filed_claim_id = $claim_id where form_id = $form_id",
        {"claim_id": claim_id, "form_id": form_id},
    )
    connection.execute("delete from draft_workloads where form_id = $form_id", {"form_id": form_id})
    receipt = Receipt(f"R-{uuid.uuid4().hex[:12]}", form_id, claim_id, who, at)
    connection.execute(
        "insert into receipts values ($receipt_id, $form_id, $claim_id, $who, $at)",
        {"receipt_id": receipt.receipt_id, "form_id": form_id, "claim_id": claim_id, "who": who, "at": at},
    )
    record(connection, desk, "filed", "claim", claim_id, after={"form_id": form_id})
    return receipt


def next_claim_id(connection: duckdb.DuckDBPyConnection) -> str:
    """CLM-000001 and so on; gapless because writers queue."""
    row = connection.execute("select count(*) from claims").fetchone()
    return f"CLM-{(row[0] if row else 0) + 1:06d}"
