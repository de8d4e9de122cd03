"""A small book of business with the snapshot's tables, for the score marts and questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

import duckdb
import polars as pl

from data_access.contract import Question
from data_access.eligibility_marts import build_score_marts
from data_access.eligibility_rules import score_programs
from data_access.narrowing import composed
from data_access.statements import bound
from domain.eligibility_rules import ScoreProgram
from domain.periods import plus_months

NOW, YEAR_AGO = date(2026, 10, 1), date(2025, 10, 1)
LONG_AGO = date(2023, 1, 15)

TABLES = """
create schema if not exists main;
create table customers (
    tenant_id varchar, name varchar, domain varchar, segment varchar, country varchar,
    account_manager_id varchar, account_manager varchar, team varchar, group_id bigint
);
create table groups (
    group_id bigint, segment varchar, country varchar, account_manager_id varchar, account_manager varchar, team varchar
);
create table months (month date, is_complete boolean);
create table ledger (
    tenant_id varchar, workload varchar, month date, mau bigint, pau bigint, associated_on date,
    is_associated boolean, is_complete boolean, series_no bigint
);
create table available (tenant_id varchar, workload varchar, seats bigint, month date);
attach ':memory:' as registry;
create table registry.score_entries (
    program varchar, track varchar, metric varchar, actual double, valid_from date, valid_to date,
    entered_by varchar, entered_at timestamp
);
"""

WIDE_OPEN = {"sees_all": True}


@dataclass
class Book:
    """Customers named by a short word; their account manager is `manager_of[name]`, else "ana"."""

    last: date = NOW
    months_count: int = 25
    late_months: int = 0
    manager_of: dict[str, str] = field(default_factory=dict)
    facts: list[tuple[Any, ...]] = field(default_factory=list)
    seats: list[tuple[Any, ...]] = field(default_factory=list)
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def used(
        self,
        tenant: str,
        workload: str,
        users: int | None,
        licences: int | None,
        *,
        month: date = NOW,
        claimed_on: date | None = LONG_AGO,
    ) -> Self:
        """One fact; associated from the month of the claim on."""
        is_associated = claimed_on is not None and month >= claimed_on.replace(day=1)
        is_complete = month <= plus_months(self.last, -self.late_months)
        self.facts.append((tenant, workload, month, users, licences, claimed_on, is_associated, is_complete))
        return self

    def both(self, tenant: str, workload: str, before: tuple[int, int], now: tuple[int, int]) -> Self:
        """A workload claimed long ago: (users, licences) a year ago and now."""
        return self.used(tenant, workload, *before, month=YEAR_AGO).used(tenant, workload, *now)

    def entered(
        self,
        metric: str,
        actual: float,
        *,
        program: str = "modern-work",
        track: str = "enterprise",
        valid_from: date = date(2026, 1, 1),
        valid_to: date | None = None,
        at: str = "2026-01-05 09:00:00",
    ) -> Self:
        self.entries.append((program, track, metric, actual, valid_from, valid_to, "ana", at))
        return self

    def built(self, programs: Sequence[ScoreProgram] | None = None) -> Self:
        run = self.connection.execute
        run(TABLES)
        tenants = sorted({fact[0] for fact in self.facts} | {seat[0] for seat in self.seats})
        managers = {name: self.manager_of.get(name, "ana") for name in tenants}
        groups = {manager: number for number, manager in enumerate(sorted(set(managers.values())))}
        self._add(
            "customers",
            [
                (
                    name,
                    name.title(),
                    f"{name}.example",
                    "SMB",
                    "PT",
                    managers[name],
                    managers[name],
                    "west",
                    groups[managers[name]],
                )
                for name in tenants
            ],
        )
        self._add("groups", [(number, "SMB", "PT", name, name, "west") for name, number in groups.items()])
        self._add(
            "months", [(plus_months(self.last, -back), back >= self.late_months) for back in range(self.months_count)]
        )
        series = sorted({fact[:2] for fact in self.facts})
        self._add("ledger", [(*fact, series.index(fact[:2])) for fact in self.facts])
        self._add("available", self.seats)
        self._add("registry.score_entries", self.entries)
        build_score_marts(self.connection, programs or score_programs().programs)
        return self

    def ask(self, question: Question, **given: Any) -> pl.DataFrame:
        """The question through the door's own relations; `given` are scope and parameters."""
        binds = question.binds | Question("visible", {}).binds
        known = dict.fromkeys(binds) | WIDE_OPEN | given
        text = composed(question, known)
        frame = self.connection.sql(text, params=bound(text, known)).pl()
        question.check(frame)
        return frame

    def _add(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        rows = list(rows)
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            self.connection.executemany(f"insert into {table} values ({marks})", rows)


def only(frame: pl.DataFrame, **where: Any) -> list[dict[str, Any]]:
    """The rows that have these values."""
    return frame.filter(*(pl.col(name) == value for name, value in where.items())).to_dicts()


def actual(frame: pl.DataFrame, metric: str, track: str = "enterprise", program: str = "modern-work") -> Any:
    """One metric's actual in an answer of `eligibility/scores`."""
    (row,) = only(frame, program=program, track=track, metric=metric)
    return row["actual"]
