"""How do claims that exist at Microsoft already get into the register: from an export, once, without events made up?"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import duckdb

from data_access.registry.audit import record
from data_access.registry.desk import Desk
from data_access.registry.events import begin
from data_access.registry.filing import next_claim_id
from data_access.registry.rows import one_row
from data_access.registry.writer import write
from domain.claim_states import State, Trigger
from domain.claims import Event
from domain.workloads import workload_name


@dataclass(frozen=True, slots=True)
class ExistingClaim:
    """One claim of an export; `claim_number` is Microsoft's."""

    claim_number: str
    tenant_id: str
    workloads: tuple[str, ...]
    state: State
    since_on: date
    location_id: str = ""
    claim_name: str = ""
    domain: str = ""
    submitted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one row: a new claim, one known already, or a sentence why not."""

    claim_number: str
    claim_id: str | None
    sentence: str


def bring_in(desk: Desk, claims: Iterable[ExistingClaim]) -> list[Brought]:
    """Enter claims of an export in the state it gives, each with a form that takes documents.

    Known numbers are compared; their state is left as it is, a date they lacked is taken over.

    Incentives admins only. A claim on a workload that another live claim of ours holds is refused with a sentence.
    """
    desk.check_is_admin("bring in an existing claims list")
    wanted = list(claims)
    return write(desk.workspace, lambda connection: [_brought(connection, desk, claim) for claim in wanted])


def _brought(connection: duckdb.DuckDBPyConnection, desk: Desk, claim: ExistingClaim) -> Brought:
    known = one_row(
        connection, "select claim_id, state from claims where claim_number = $number", {"number": claim.claim_number}
    )
    if known:
        _complete(connection, desk, known["claim_id"], claim)
        same = known["state"] == claim.state
        sentence = "Known already." if same else f"The export says '{claim.state}', the register '{known['state']}'."
        return Brought(claim.claim_number, known["claim_id"], sentence)
    for workload in claim.workloads if claim.state.is_live else ():
        taken = one_row(
            connection,
            "select claim_id from claim_workloads where tenant_id = $tenant_id and workload = $workload and is_live",
            {"tenant_id": claim.tenant_id, "workload": workload},
        )
        if taken:
            return Brought(
                claim.claim_number,
                None,
                f"{taken['claim_id']} already claims {workload_name(workload)} for this tenant.",
            )
    return Brought(claim.claim_number, _insert(connection, desk, claim), "Brought in.")


def _insert(connection: duckdb.DuckDBPyConnection, desk: Desk, claim: ExistingClaim) -> str:
    claim_id = next_claim_id(connection)
    event = Event(
        claim_id,
        1,
        Trigger.BRING_IN,
        None,
        claim.state,
        claim.since_on,
        desk.clock(),
        desk.viewer.user,
        "From an export of existing claims",
        claim_number=claim.claim_number,
    )
    fields = {
        "form_id": f"export-{claim.claim_number}",
        "solution_area": "Modern Work and Security",
        "role": "Use or consume",
        "location_id": claim.location_id,
        "claim_name": claim.claim_name or claim.claim_number,
        "tenant_id": claim.tenant_id,
        "domain": claim.domain,
        "opts_out_of_payment": False,
        "agreement_on": None,
        "renewal_of": None,
    }
    begin(connection, event, fields, claim.workloads)
    _complete(connection, desk, claim_id, claim)
    record(connection, desk, "brought in", "claim", claim_id, after={"claim_number": claim.claim_number})
    return claim_id


def _complete(connection: duckdb.DuckDBPyConnection, desk: Desk, claim_id: str, claim: ExistingClaim) -> None:
    """The form that documents are attached to, and the submission's date, where they are not there yet."""
    if claim.submitted_on:
        connection.execute(
            "update claims set submitted_on = coalesce(submitted_on, $on) where claim_id = $claim_id",
            {"on": claim.submitted_on, "claim_id": claim_id},
        )
    connection.execute(
        "insert into claim_drafts select form_id, tenant_id, $form, 1, $who, $at, $who, $at, claim_id, null"
        " from claims where claim_id = $claim_id on conflict do nothing",
        {
            "form": json.dumps({"solution_area": "Modern Work and Security", "role": "Use or consume"}),
            "who": desk.viewer.user,
            "at": desk.clock(),
            "claim_id": claim_id,
        },
    )
