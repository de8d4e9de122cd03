"""Which reported earnings do we contest, under which ticket, and how did it end?

Kept in the registry, beside the imports and not in them: a new export changes nothing here.
"""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import duckdb
import polars as pl

from data_access.contract import Question
from data_access.registry import Desk, write
from data_access.registry.audit import record
from data_access.registry.rows import one_row
from domain.errors import BadInput, UnknownName
from domain.incentive_payments import DISPUTE_OUTCOMES

DISPUTES = Question(
    "incentives/disputes",
    columns={
        "dispute_id": pl.String,
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "claim_id": pl.String,
        "raised_on": pl.Date,
        "ticket": pl.String,
        "outcome": pl.String,
        "outcome_on": pl.Date,
        "amount_usd": pl.Decimal(18, 2),
        "note": pl.String,
        "recorded_by": pl.String,
    },
)


def raise_dispute(
    desk: Desk,
    *,
    tenant_id: str,
    workload: str | None,
    month: date,
    raised_on: date,
    ticket: str,
    amount_usd: Decimal | None = None,
    claim_id: str | None = None,
    note: str = "",
) -> str:
    """Record that a month's earning was disputed with Microsoft; returns the dispute's id."""
    desk.check_may_write(tenant_id)
    if not ticket.strip():
        raise BadInput("Give the number of the support ticket; without it nobody finds the dispute again.")
    if raised_on > desk.today:
        raise BadInput("The day it was raised lies in the future; expected today or an earlier day.")
    dispute_id = uuid4().hex
    values = {
        "dispute_id": dispute_id,
        "claim_id": claim_id,
        "tenant_id": tenant_id,
        "workload": workload,
        "month": month,
        "raised_on": raised_on,
        "ticket": ticket.strip()[:100],
        "amount_usd": amount_usd,
        "note": note.strip()[:1000],
        "by": desk.viewer.user,
        "at": desk.clock(),
    }

    def save(connection: duckdb.DuckDBPyConnection) -> str:
        connection.execute(
            "insert into disputes (dispute_id, claim_id, tenant_id, workload, month, raised_on, ticket, amount_usd,"
            " note, recorded_by, recorded_at) values ($dispute_id, $claim_id, $tenant_id, $workload, $month,"
            " $raised_on, $ticket, $amount_usd, $note, $by, $at)",
            values,
        )
        record(connection, desk, "raised", "dispute", dispute_id, None, values["ticket"])
        return dispute_id

    return write(desk.workspace, save)


def settle_dispute(desk: Desk, dispute_id: str, *, outcome: str, outcome_on: date) -> None:
    """Record how a dispute ended: upheld, partly upheld, refused or withdrawn."""
    if outcome not in DISPUTE_OUTCOMES:
        raise BadInput(f"“{outcome}” is no outcome; expected one of {', '.join(DISPUTE_OUTCOMES)}.")

    def save(connection: duckdb.DuckDBPyConnection) -> None:
        row = one_row(connection, "select tenant_id, outcome from disputes where dispute_id = $id", {"id": dispute_id})
        if row is None:
            raise UnknownName("There is no such dispute.")
        desk.check_may_write(row["tenant_id"])
        connection.execute(
            "update disputes set outcome = $outcome, outcome_on = $outcome_on where dispute_id = $id",
            {"outcome": outcome, "outcome_on": outcome_on, "id": dispute_id},
        )
        record(connection, desk, "settled", "dispute", dispute_id, row["outcome"], outcome)

    write(desk.workspace, save)
