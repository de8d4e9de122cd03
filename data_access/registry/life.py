"""How is what happened to a claim recorded: one step of the state machine at a time?"""

import duckdb

from data_access.registry.copies import read
from data_access.registry.desk import Desk
from data_access.registry.events import append, claim_row, events_of
from data_access.registry.organisation_rows import location_row
from data_access.registry.rows import Row, one_row
from data_access.registry.writer import write
from domain.claim_states import Trigger
from domain.claim_steps import Step, next_event
from domain.claims import Life, fold
from domain.errors import BadInput, Conflict
from domain.organisation import filing_refusal


def life_of(desk: Desk, claim_id: str) -> Life:
    """A claim's life, folded from its events."""

    def folded(connection: duckdb.DuckDBPyConnection) -> Life:
        desk.check_may_write(claim_row(connection, claim_id)["tenant_id"])
        return fold(events_of(connection, claim_id))

    return read(desk.workspace, folded)


def record_step(desk: Desk, claim_id: str, step: Step) -> Life:
    """Record one move of the state machine. `BadInput` says why it is not allowed or what is missing."""

    def take(connection: duckdb.DuckDBPyConnection) -> Life:
        claim = claim_row(connection, claim_id)
        desk.check_may_write(claim["tenant_id"])
        life = fold(events_of(connection, claim_id))
        given = Step(
            step.trigger,
            step.on,
            step.reason,
            step.document,
            step.claim_number,
            has_proof=_has_proof(connection, claim),
            is_acknowledged=claim["is_acknowledged"],
        )
        event = next_event(life, given, today=desk.today, windows=desk.windows, by=desk.viewer.user, at=desk.clock())
        _refuse_number_of_another(connection, claim_id, event.claim_number)
        if step.trigger is Trigger.SUBMIT:
            refused = filing_refusal(location_row(connection, claim["location_id"]), claim["location_id"], desk.today)
            if refused:
                raise BadInput(refused)
        return append(connection, event)

    return write(desk.workspace, take)


def _has_proof(connection: duckdb.DuckDBPyConnection, claim: Row) -> bool:
    return (
        one_row(
            connection,
            "select 1 as one from claim_documents where form_id = $form_id and removed_at is null",
            {"form_id": claim["form_id"]},
        )
        is not None
    )


def _refuse_number_of_another(connection: duckdb.DuckDBPyConnection, claim_id: str, claim_number: str | None) -> None:
    if claim_number is None:
        return
    other = one_row(
        connection,
        "select claim_id from claims where claim_number = $number and claim_id <> $claim_id",
        {"number": claim_number, "claim_id": claim_id},
    )
    if other:
        raise Conflict(f"{other['claim_id']} already has Microsoft's claim number {claim_number}.")
