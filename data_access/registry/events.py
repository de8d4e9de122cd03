"""How do a claim's events get into the registry, and the claim's row with them?"""

from collections.abc import Iterable
from typing import Any

import duckdb

from data_access.registry.rows import Row, one_row, rows
from domain.claim_states import Actor, State, Trigger
from domain.claims import Event, Life, begun, fold
from domain.errors import UnknownName


def events_of(connection: duckdb.DuckDBPyConnection, claim_id: str) -> list[Event]:
    """A claim's events in order."""
    found = rows(connection, "select * from claim_events where claim_id = $id order by number", {"id": claim_id})
    return [event_of(row) for row in found]


def event_of(row: Row) -> Event:
    """The event of a row of claim_events."""
    return Event(
        row["claim_id"],
        row["number"],
        Trigger(row["trigger"]),
        State(row["source"]) if row["source"] else None,
        State(row["target"]),
        row["happened_on"],
        row["recorded_at"],
        row["recorded_by"],
        row["reason"],
        row["document"],
        row["claim_number"],
        Actor(row["actor"]),
    )


def claim_row(connection: duckdb.DuckDBPyConnection, claim_id: str) -> Row:
    row = one_row(connection, "select * from claims where claim_id = $claim_id", {"claim_id": claim_id})
    if row is None:
        raise UnknownName(f"There is no claim '{claim_id}'.")
    return row


def begin(
    connection: duckdb.DuckDBPyConnection, event: Event, fields: dict[str, Any], workloads: Iterable[str]
) -> None:
    """Open a claim with its first event, inside the caller's transaction."""
    life = begun(event)
    connection.execute(
        "insert into claims (claim_id, form_id, solution_area, role, location_id, claim_name, tenant_id, domain,"
        " opts_out_of_payment, agreement_on, renewal_of, state, state_since_on, filed_on, submitted_on, approved_on,"
        " rejected_on, was_disputed, claim_number, filed_by, filed_at)"
        " values ($claim_id, $form_id, $solution_area, $role, $location_id, $claim_name, $tenant_id, $domain,"
        " $opts_out_of_payment, $agreement_on, $renewal_of, $state, $since_on, $filed_on, $submitted_on, $approved_on,"
        " $rejected_on, $was_disputed, $claim_number, $by, $at)",
        {**fields, **_life_values(life), "filed_on": life.filed_on, "by": event.by, "at": event.at},
    )
    hold(connection, event.claim_id, fields["tenant_id"], fields["renewal_of"], workloads, life.state.is_live)
    _append(connection, event)


def append(connection: duckdb.DuckDBPyConnection, event: Event) -> Life:
    """Append one event and bring the claim's row up to the fold of all of them.

    The submission's date of a claim brought in later is in no event; it stays until another submission.
    """
    _append(connection, event)
    life = fold(events_of(connection, event.claim_id))
    connection.execute(
        "update claims set state = $state, state_since_on = $since_on,"
        " submitted_on = coalesce($submitted_on, submitted_on),"
        " approved_on = $approved_on, rejected_on = $rejected_on, was_disputed = $was_disputed,"
        " claim_number = $claim_number where claim_id = $claim_id",
        _life_values(life),
    )
    connection.execute(
        "update claim_workloads set is_live = $is_live where claim_id = $claim_id",
        {"is_live": life.state.is_live, "claim_id": event.claim_id},
    )
    return life


def hold(
    connection: duckdb.DuckDBPyConnection,
    claim_id: str,
    tenant_id: str,
    renewal_of: str | None,
    workloads: Iterable[str],
    is_live: bool,
) -> None:
    """Let a claim hold workloads; the unique index refuses one that is taken."""
    for workload in workloads:
        connection.execute(
            "insert into claim_workloads values ($claim_id, $tenant_id, $workload, $is_live, $renewal_of)",
            {
                "claim_id": claim_id,
                "tenant_id": tenant_id,
                "workload": workload,
                "is_live": is_live,
                "renewal_of": renewal_of,
            },
        )


def _life_values(life: Life) -> Row:
    return {
        "claim_id": life.claim_id,
        "state": str(life.state),
        "since_on": life.since_on,
        "submitted_on": life.submitted_on,
        "approved_on": life.approved_on,
        "rejected_on": life.rejected_on,
        "was_disputed": life.was_disputed,
        "claim_number": life.claim_number,
    }


def _append(connection: duckdb.DuckDBPyConnection, event: Event) -> None:
    connection.execute(
        "insert into claim_events values ($claim_id, $number, $trigger, $actor, $source, $target, $on, $reason,"
        " $document, $claim_number, $by, $at)",
        {
            "claim_id": event.claim_id,
            "number": event.number,
            "trigger": str(event.trigger),
            "actor": str(event.actor),
            "source": str(event.source) if event.source else None,
            "target": str(event.target),
            "on": event.on,
            "reason": event.reason,
            "document": event.document,
            "claim_number": event.claim_number,
            "by": event.by,
            "at": event.at,
        },
    )
