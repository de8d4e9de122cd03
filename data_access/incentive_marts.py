"""How do rule sets become tables, and usage and earnings become money, when a snapshot is built?"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl
from polars.datatypes import DataType, DataTypeClass

from data_access.engine import build, store
from domain.incentive_payments import STATUS_GROUPS
from domain.incentive_rulebook import RuleBook
from domain.incentive_rules import GrowthRules, MilestoneRules

MARTS = (
    "incentive_series",
    "milestone_records",
    "milestones",
    "reported",
    "incentive_amounts",
    "incentive_caps",
    "incentive_money",
    "incentive_ledger",
    "incentive_position",
    "milestone_standing",
    "milestones_by_group",
    "incentive_differences",
    "incentive_by_group",
    "reported_by_group",
    "book_money",
    "book_reported",
    "book_potential",
    "book_milestones",
    "book_differences",
)
"""In the order they are built; each needs only those before it and ledger, customers, earnings, ineligible."""

NO_UPPER_END = 2**62


def build_incentive_marts(
    connection: duckdb.DuckDBPyConnection,
    book: RuleBook,
    usage_month_column: str = "transaction_on",
    first_paying_month_offset: int = 0,
) -> None:
    """Write the rule tables and compute every incentive mart in this connection's database."""
    for name, frame in rule_frames(book).items():
        store(connection, name, frame)
    values = {
        "usage_month_column": usage_month_column,
        "first_paying_month_offset": first_paying_month_offset,
    }
    for mart in MARTS:
        build(connection, f"marts_incentives/{mart}", values)


def rule_frames(book: RuleBook) -> dict[str, pl.DataFrame]:
    """The rule tables of a book by name; months are half-open, money is USD."""
    periods = list(book.periods())
    numbers = {one.name: number for number, one in enumerate((*book.own, *book.shipped))}
    growth = [
        {
            "workload": period.workload,
            "start": period.start,
            "end_before": period.end_before,
            "rule_set": period.rules.name,
            "rule_no": numbers[period.rules.name],
            "rate": period.rules.rates_usd[period.workload],
            "rate_micros": int(period.rules.rates_usd[period.workload] * 1_000_000),
            "cap_scope": period.rules.cap_scope,
            "cap_usd": period.rules.cap_usd,
            "cap_cents": None if period.rules.cap_usd is None else int(period.rules.cap_usd * 100),
            "time_cap_months": period.rules.time_cap_months,
            "minimum_pau": period.rules.minimum_pau,
            "is_illustrative": period.rules.illustrative,
            "source": period.rules.source,
        }
        for period in periods
        if isinstance(period.rules, GrowthRules)
    ]
    milestone = [
        {
            "workload": period.workload,
            "start": period.start,
            "end_before": period.end_before,
            "rule_set": period.rules.name,
            "minimum_pau": period.rules.minimum_pau,
            "is_illustrative": period.rules.illustrative,
            "source": period.rules.source,
        }
        for period in periods
        if isinstance(period.rules, MilestoneRules)
    ]
    sets = [one for one in (*book.own, *book.shipped) if isinstance(one, MilestoneRules)]
    statuses = [{"payment_status": name.lower(), "status_group": group} for name, group in STATUS_GROUPS.items()]
    return {
        "rule_growth": pl.DataFrame(growth, schema=_GROWTH),
        "rule_milestone_periods": pl.DataFrame(milestone, schema=_PERIODS),
        "rule_milestones": pl.DataFrame([row for one in sets for row in _rungs(one)], schema=_RUNGS),
        "payment_status_groups": pl.DataFrame(statuses, schema=_STATUSES),
    }


def _rungs(rules: MilestoneRules) -> Iterable[dict[str, Any]]:
    edges = [band.from_pau for band in rules.bands[1:]] + [NO_UPPER_END]
    for band, below in zip(rules.bands, edges, strict=True):
        for position, (step, amount) in enumerate(zip(rules.steps_percent, band.amounts_usd, strict=True), 1):
            yield {
                "rule_set": rules.name,
                "step": step,
                "position": position,
                "band": band.name,
                "from_pau": band.from_pau,
                "below_pau": below,
                "amount_usd": Decimal(amount),
                "minimum_pau": rules.minimum_pau,
                "time_cap_months": rules.time_cap_months,
                "is_illustrative": rules.illustrative,
            }


Schema = dict[str, DataType | DataTypeClass]

_USD = pl.Decimal(18, 2)
_GROWTH: Schema = {
    "workload": pl.String,
    "start": pl.Date,
    "end_before": pl.Date,
    "rule_set": pl.String,
    "rule_no": pl.Int64,
    "rate": pl.Decimal(18, 6),
    "rate_micros": pl.Int64,
    "cap_scope": pl.String,
    "cap_usd": _USD,
    "cap_cents": pl.Int64,
    "time_cap_months": pl.Int64,
    "minimum_pau": pl.Int64,
    "is_illustrative": pl.Boolean,
    "source": pl.String,
}
_PERIODS: Schema = {name: _GROWTH[name] for name in ("workload", "start", "end_before", "rule_set", "minimum_pau")} | {
    "is_illustrative": pl.Boolean,
    "source": pl.String,
}
_RUNGS: Schema = {
    "rule_set": pl.String,
    "step": pl.Int64,
    "position": pl.Int64,
    "band": pl.String,
    "from_pau": pl.Int64,
    "below_pau": pl.Int64,
    "amount_usd": _USD,
    "minimum_pau": pl.Int64,
    "time_cap_months": pl.Int64,
    "is_illustrative": pl.Boolean,
}
_STATUSES: Schema = {"payment_status": pl.String, "status_group": pl.String}
