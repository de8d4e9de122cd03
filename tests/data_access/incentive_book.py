"""A small book of business with the snapshot's tables, for the incentive marts and questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl

from data_access import incentive_checks, incentive_ladder, incentives
from data_access.contract import SCOPE_NAMES, Question
from data_access.incentive_marts import build_incentive_marts
from data_access.narrowing import composed
from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import Band, GrowthRules, MilestoneRules
from domain.incentives import Usage, highest, new_units, starting_hwm
from domain.periods import plus_months

TABLES = """
create table customers (
    tenant_id varchar, name varchar, domain varchar, segment varchar, country varchar,
    account_manager_id varchar, account_manager varchar, team varchar, group_id bigint
);
create table groups (
    group_id bigint, segment varchar, country varchar, account_manager_id varchar, account_manager varchar, team varchar
);
create table ledger (
    series_no bigint, tenant_id varchar, workload varchar, month date, mau bigint, pau bigint, usage_share double,
    prior_hwm bigint, starting_hwm bigint, new_units bigint, claim_id varchar, partner_id varchar, associated_on date,
    is_associated boolean, group_id bigint
);
create table earnings (
    earning_id varchar, claim_id varchar, tenant_id varchar, customer_name varchar, workload varchar,
    participant_id varchar, transaction_on date, earning_on date, mau bigint, pau bigint, compensable_units bigint,
    rate decimal(18, 6), amount decimal(18, 2), currency varchar, amount_usd decimal(18, 2), payment_status varchar,
    estimated_payment_month date, payment_id varchar, reason_code varchar, milestone varchar
);
create table ineligible (tenant_id varchar, workload varchar, month date, reason varchar);
"""

QUESTIONS = {
    question.name: question
    for subject in (incentives, incentive_ladder, incentive_checks)
    for question in vars(subject).values()
    if isinstance(question, Question)
}

START = date(2026, 1, 1)
LONG_AGO = date(2025, 6, 15)


def month(number: int) -> date:
    """The month `number` months after January 2026."""
    return plus_months(START, number)


def usage(*pairs: tuple[int | None, int | None] | None, on: date | None = LONG_AGO) -> list[Usage]:
    """Consecutive months from January 2026 as (MAU, PAU); None is a gap."""
    return [
        Usage(month=month(number), mau=pair[0], pau=pair[1], associated_on=on)
        for number, pair in enumerate(pairs)
        if pair
    ]


def growth(name: str = "growth", *, start: date = date(2025, 1, 1), **changes: Any) -> GrowthRules:
    """Growth rules for three workloads at 5 USD, without a cap unless one is given."""
    rates = changes.pop("rates_usd", dict.fromkeys(("EXO", "SPO", "TEAMS"), Decimal(5)))
    return GrowthRules(name=name, start=start, illustrative=True, source="made up", rates_usd=rates, **changes)


def milestone(name: str = "milestone", *, start: date = date(2025, 1, 1), **changes: Any) -> MilestoneRules:
    """Milestone rules with the documented steps and minimum, and two bands."""
    values: dict[str, Any] = {
        "workloads": ("EXO", "SPO", "TEAMS"),
        "steps_percent": (15, 40),
        "bands": (
            Band(name="S", from_pau=150, amounts_usd=(Decimal("100.00"), Decimal("200.00"))),
            Band(name="L", from_pau=1000, amounts_usd=(Decimal("300.00"), Decimal("600.00"))),
        ),
    }
    return MilestoneRules(name=name, start=start, illustrative=True, source="made up", **{**values, **changes})


@dataclass
class IncentiveBook:
    """Customers by a short word; each series is its known months."""

    rules: RuleBook
    offset: int = 0
    usage_month_column: str = "transaction_on"
    connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)
    series: dict[tuple[str, str], list[Usage]] = field(default_factory=dict)
    earnings: list[dict[str, Any]] = field(default_factory=list)
    refused: list[tuple[str, str, date, str]] = field(default_factory=list)

    def used(self, tenant: str, workload: str, facts: Iterable[Usage]) -> "IncentiveBook":
        self.series[tenant, workload] = list(facts)
        return self

    def earned(self, tenant: str, workload: str, on: date, usd: str, **more: Any) -> "IncentiveBook":
        """An earning row: 5 USD a unit, sent, in the claim of the series, unless said otherwise."""
        row = {
            "earning_id": f"E{len(self.earnings)}",
            "claim_id": f"claim {tenant} {workload}",
            "tenant_id": tenant,
            "workload": workload,
            "transaction_on": on,
            "earning_on": on,
            "rate": Decimal(5),
            "amount": Decimal(usd),
            "currency": "USD",
            "amount_usd": Decimal(usd),
            "payment_status": "Sent",
        }
        self.earnings.append(row | more)
        return self

    def build(self) -> "IncentiveBook":
        self.connection.execute(TABLES)
        for number, tenant in enumerate(sorted({tenant for tenant, _ in self.series})):
            self.connection.execute(
                "insert into customers values ($1, upper($1), 'x.example', 'SMB', 'NL', 'ana', 'Ana', 'North', $2)",
                [tenant, number],
            )
            self.connection.execute("insert into groups values ($1, 'SMB', 'NL', 'ana', 'Ana', 'North')", [number])
        rows = [
            {"series_no": number, "tenant_id": tenant, "workload": workload}
            | {"claim_id": f"claim {tenant} {workload}", "partner_id": "P1"}
            | row
            for number, ((tenant, workload), facts) in enumerate(sorted(self.series.items()))
            for row in _ledger_rows(facts, self.offset)
        ]
        self._insert("ledger", rows)
        self.connection.execute(
            "update ledger set group_id = c.group_id from customers as c where ledger.tenant_id = c.tenant_id"
        )
        self._insert("earnings", self.earnings)
        names = ("tenant_id", "workload", "month", "reason")
        self._insert("ineligible", [dict(zip(names, row, strict=True)) for row in self.refused])
        build_incentive_marts(self.connection, self.rules, self.usage_month_column, self.offset)
        return self

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        schema = self.connection.table(table).limit(0).pl().schema
        if rows:
            frame = pl.DataFrame(rows, schema=schema)
            self.connection.from_arrow(frame.to_arrow()).create_view("incoming")
            names = ", ".join(frame.columns)
            self.connection.execute(f"insert into {table} ({names}) select {names} from incoming")

    def table(self, name: str) -> pl.DataFrame:
        return self.connection.table(name).pl()

    def ask(self, name: str, **given: Any) -> pl.DataFrame:
        """The answer through the door's own composition; the viewer sees all unless said otherwise."""
        question = QUESTIONS[name]
        scope = {name: given.pop(name, None) for name in SCOPE_NAMES if name != "sees_all"}
        values = {"sees_all": given.pop("sees_all", True), **scope, **question.values(given)}
        text = composed(question, values)
        frame = self.connection.sql(text, params={k: v for k, v in values.items() if f"${k}" in text}).pl()
        question.check(frame)
        return frame


def _ledger_rows(facts: list[Usage], offset: int) -> Iterable[dict[str, Any]]:
    mark: int | None = None
    for fact in sorted(facts, key=lambda one: one.month):
        prior = highest(mark, fact.baseline)
        mark = highest(prior, fact.mau)
        yield {
            "month": fact.month,
            "mau": fact.mau,
            "pau": fact.pau,
            "prior_hwm": prior,
            "starting_hwm": starting_hwm(facts, fact),
            "new_units": new_units(fact, prior, offset),
            "associated_on": fact.associated_on,
            "is_associated": fact.is_associated,
        }
