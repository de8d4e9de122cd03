"""What is asked of us today: clocks beside the claims, the most urgent first, and what the radar sees?

Days left depend on today and a country's holidays, so they are counted here and not in SQL.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

import polars as pl

from data_access.associations import CONFLICTS_FACTS, NEEDS_ACTION, OWNER
from data_access.registry import Desk, KnownCustomer
from data_access.registry.desk import utc_now
from data_access.warehouse import Answer, Warehouse
from domain.claim_alerts import after_filing
from domain.claim_clocks import clock, needs_us
from domain.claim_concerns import KnownClaim, TenantFacts
from domain.claim_states import State
from domain.claim_windows import ClaimWindows
from domain.claims import Life
from domain.errors import Unavailable
from domain.scope import Role, Scope, Viewer

CLOCK_COLUMNS = {
    "clock": pl.String,
    "clock_actor": pl.String,
    "clock_last_on": pl.Date,
    "days_left": pl.Int64,
    "is_business_days": pl.Boolean,
    "is_overdue": pl.Boolean,
    "needs_us": pl.Boolean,
    "action": pl.String,
}
ALERT_COLUMNS = {
    "tenant_id": pl.String,
    "customer_name": pl.String,
    "workload": pl.String,
    "concern": pl.String,
    "sentence": pl.String,
    "action": pl.String,
}


def desk_for(warehouse: Warehouse, viewer: Viewer, today: date, windows: ClaimWindows) -> Desk:
    """A desk that resolves customers through the warehouse; where nothing was imported nobody is known.

    What is written in the sample is of the sample's own day: by the real clock a note would come from its future.
    """
    return Desk(
        warehouse.workspace,
        viewer,
        today,
        lambda tenant_id: _customer(warehouse, tenant=tenant_id),
        lambda domain: _customer(warehouse, domain=domain.lower()),
        windows,
        (lambda: datetime.combine(today, utc_now().time())) if warehouse.workspace.is_sample else utc_now,
    )


def _customer(warehouse: Warehouse, **asked: Any) -> KnownCustomer | None:
    reader = Viewer("registry", Role.INCENTIVES_ADMIN)
    try:
        found = warehouse.ask(OWNER, viewer=reader, **asked).frame.row(0, named=True)
    except (Unavailable, pl.exceptions.OutOfBoundsError):
        return None
    return KnownCustomer(**found)


def with_clocks(answer: Answer, today: date, windows: ClaimWindows) -> Answer:
    """`associations/register` or `needs_action` with `CLOCK_COLUMNS` added; null where no clock runs."""
    clocks = [_clock_row(row, today, windows) for row in answer.frame.iter_rows(named=True)]
    added = pl.DataFrame(clocks, schema=CLOCK_COLUMNS, orient="row")
    return replace(answer, frame=answer.frame.hstack(added), key=f"{answer.key}:{today.isoformat()}:{hash(windows):x}")


def needs_action(
    warehouse: Warehouse, viewer: Viewer, today: date, windows: ClaimWindows, scope: Scope | None = None
) -> Answer:
    """The claims that need somebody here, fewest days left first, with their clocks; its height is the menu's badge."""
    answer = with_clocks(warehouse.ask(NEEDS_ACTION, viewer=viewer, scope=scope), today, windows)
    waiting = answer.frame.filter(pl.col("needs_us")).sort("days_left", "clock_last_on", "claim_id")
    return replace(answer, frame=waiting, key=f"{answer.key}:waiting")


def overdue_by_state(
    warehouse: Warehouse, viewer: Viewer, today: date, windows: ClaimWindows, scope: Scope | None = None
) -> dict[str, int]:
    """How many claims of each state are past their clock, for the executive's funnel."""
    answer = with_clocks(warehouse.ask(NEEDS_ACTION, viewer=viewer, scope=scope), today, windows)
    late = answer.frame.filter(pl.col("is_overdue")).group_by("state").len()
    return dict(late.iter_rows())


def alerts(
    warehouse: Warehouse,
    viewer: Viewer,
    today: date,
    windows: ClaimWindows,
    scope: Scope | None = None,
    usage_day: int = 20,
) -> Answer:
    """What the conflict radar sees on claims as they stand: one row per alert (`ALERT_COLUMNS`)."""
    answer = warehouse.ask(CONFLICTS_FACTS, viewer=viewer, scope=scope)
    rows = [
        (tenant_id, name, alert.workload, str(alert.concern), alert.sentence, alert.action)
        for tenant_id, name, facts in tenant_facts(answer.frame)
        for alert in after_filing(facts, today, windows, usage_day)
    ]
    frame = pl.DataFrame(rows, schema=ALERT_COLUMNS, orient="row")
    return replace(answer, frame=frame, key=f"{answer.key}:{today.isoformat()}:{hash(windows):x}:alerts")


def tenant_facts(frame: pl.DataFrame) -> Iterator[tuple[str, str | None, TenantFacts]]:
    """`associations/conflicts_facts` as the radar's facts, tenant by tenant."""
    for tenant_id, rows in groupby(frame.iter_rows(named=True), key=lambda row: row["tenant_id"]):
        held = list(rows)
        claims = tuple(
            KnownClaim(
                row["claim_id"],
                row["workload"],
                State(row["state"]) if row["state"] else None,
                row["location_id"],
                row["since_on"],
                row["acknowledged_on"],
                row["renewal_of"],
                row["approved_on"],
                row["is_in_usage"],
                row["was_disputed"],
            )
            for row in held
        )
        rivals = tuple(sorted({(row["workload"], row["rival"]) for row in held if row["rival"]}))
        yield tenant_id, held[0]["customer_name"], TenantFacts(claims, held[0]["licences_count"], rivals)


def _clock_row(row: dict[str, Any], today: date, windows: ClaimWindows) -> tuple[Any, ...]:
    life = Life(
        row["claim_id"],
        State(row["state"]),
        row["state_since_on"],
        row["filed_on"],
        submitted_on=row["submitted_on"],
        approved_on=row["approved_on"],
        rejected_on=row["rejected_on"],
        was_disputed=row["was_disputed"],
    )
    running = clock(life, today, windows, row["agreement_on"])
    if running is None:
        return (None, None, None, None, None, False, False, None)
    return (
        running.label,
        str(running.actor),
        running.last_on,
        running.days_left,
        running.is_business_days,
        running.is_overdue,
        needs_us(running),
        running.action,
    )
