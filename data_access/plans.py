"""What does an account manager plan for a customer's workload? Kept in the registry, shown beside the forecast."""

from dataclasses import dataclass
from datetime import date

import duckdb

from data_access.registry import Desk, write
from data_access.registry.audit import record
from domain.errors import BadInput
from domain.workloads import workload_name


@dataclass(frozen=True, slots=True)
class Plan:
    """From `start_on` to `reach_on` usage moves to `target_share` (0..1); licences become `licences_count`."""

    tenant_id: str
    workload: str
    start_on: date
    reach_on: date
    target_share: float | None = None
    licences_count: int | None = None
    note: str = ""


def save_plan(desk: Desk, plan: Plan) -> None:
    """Save the plan of one customer workload in place of the one before; the next forecast shows its path."""
    desk.check_may_write(plan.tenant_id)
    if plan.reach_on < plan.start_on:
        raise BadInput("The plan ends before it starts; expected the same day or a later one.")
    if plan.target_share is None and plan.licences_count is None:
        raise BadInput("Say what is planned: a target share of paid units, a number of licences, or both.")
    if plan.target_share is not None and not 0 <= plan.target_share <= 1:
        raise BadInput("A target share lies between 0 and 100 %.")

    def save(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "insert into plans (tenant_id, workload, target_share, start_on, reach_on, licences_count, note,"
            " changed_by, changed_at) values ($tenant, $workload, $share, $start, $reach, $licences, $note, $by, $at)"
            " on conflict (tenant_id, workload) do update set target_share = excluded.target_share,"
            " start_on = excluded.start_on, reach_on = excluded.reach_on, licences_count = excluded.licences_count,"
            " note = excluded.note, changed_by = excluded.changed_by, changed_at = excluded.changed_at",
            {
                "tenant": plan.tenant_id,
                "workload": plan.workload,
                "share": plan.target_share,
                "start": plan.start_on,
                "reach": plan.reach_on,
                "licences": plan.licences_count,
                "note": plan.note[:500],
                "by": desk.viewer.user,
                "at": desk.clock(),
            },
        )
        what = f"{workload_name(plan.workload)}: {plan.target_share}, {plan.licences_count}"
        record(connection, desk, "planned", "usage", f"{plan.tenant_id}/{plan.workload}", None, what)

    write(desk.workspace, save)


def withdraw_plan(desk: Desk, tenant_id: str, workload: str) -> None:
    """Forget a plan; only the data-only forecast is left."""
    desk.check_may_write(tenant_id)

    def drop(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "delete from plans where tenant_id = $tenant and workload = $workload",
            {"tenant": tenant_id, "workload": workload},
        )
        record(connection, desk, "withdrew", "plan", f"{tenant_id}/{workload}")

    write(desk.workspace, drop)
