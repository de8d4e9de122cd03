"""What do we want to reach: per account manager, team and fiscal quarter?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import duckdb
import polars as pl

from data_access.contract import Question
from data_access.registry import Desk, write
from data_access.registry.audit import record
from domain.errors import BadInput

KINDS = ("reported_usd", "new_units")
"""What a target counts: money reported by Microsoft, or net new units."""

LARGEST = Decimal(10) ** 12

AGAINST_TARGETS = Question(
    "incentives/against_targets",
    columns={
        "quarter": pl.Date,
        "kind": pl.String,
        "account_manager_id": pl.String,
        "team": pl.String,
        "target_amount": pl.Decimal(18, 2),
        "actual_amount": pl.Decimal(18, 2),
        "reached_share": pl.Float64,
    },
)


@dataclass(frozen=True, slots=True)
class Target:
    """One wish. Blank manager and team: the whole partner. `quarter` is the first day of a fiscal quarter."""

    quarter: date
    kind: str
    amount: Decimal
    account_manager_id: str = ""
    team: str = ""


def save_targets(desk: Desk, targets: Iterable[Target]) -> int:
    """Save targets, replacing those of the same manager, team, quarter and kind; returns how many."""
    desk.check_is_admin("set targets")
    checked = [checked_target(one) for one in targets]

    def save(connection: duckdb.DuckDBPyConnection) -> int:
        for one in checked:
            connection.execute(
                "insert into targets (account_manager_id, team, quarter, kind, amount, recorded_by, recorded_at)"
                " values ($manager, $team, $quarter, $kind, $amount, $by, $at)"
                " on conflict (account_manager_id, team, quarter, kind) do update set amount = excluded.amount,"
                " recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at",
                {
                    "manager": one.account_manager_id,
                    "team": one.team,
                    "quarter": one.quarter,
                    "kind": one.kind,
                    "amount": one.amount,
                    "by": desk.viewer.user,
                    "at": desk.clock(),
                },
            )
            record(connection, desk, "set", "target", f"{one.quarter}/{one.kind}", None, str(one.amount))
        return len(checked)

    return write(desk.workspace, save)


def checked_target(one: Target) -> Target:
    """The target; `BadInput` says what was expected of one that cannot be."""
    if one.kind not in KINDS:
        raise BadInput(f"“{one.kind}” is no kind of target; expected one of {', '.join(KINDS)}.")
    if one.quarter.day != 1 or one.quarter.month % 3 != 1:
        raise BadInput(f"{one.quarter} does not begin a quarter; expected 1 January, April, July or October.")
    if one.amount < 0:
        raise BadInput("A target cannot be below zero.")
    if one.amount >= LARGEST:
        raise BadInput("A target must be below a million million.")
    return one
