"""Which tables about money are too long to send? What each shows, and by what it is sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from components.answer import Answer
from components.forecast_words import EXPECTED_LABELS
from components.incentive_words import EARNINGS_LABELS
from components.paged_table import TablePage, paged_table
from components.panel import NOTHING_HERE

_TALLEST = 440


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """`key` is also what its search and sorting are called in the address."""

    key: str
    rows_are: str
    columns: tuple[str, ...]
    sorts: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    empty: str = NOTHING_HERE
    search_in: str = "name or domain"


DIFFERENCES = MoneyTable(
    "differences",
    "Differences",
    columns=(
        "name",
        "workload",
        "month",
        "expected_usd",
        "reported_usd",
        "difference_usd",
        "cause",
        "refusal_codes",
        "days_left",
        "claim_id",
        "account_manager",
    ),
    sorts={
        "difference_usd": "Largest difference",
        "month": "Newest month",
        "days_left": "Fewest days left",
        "expected_usd": "Most expected",
        "reported_usd": "Most earned",
    },
    labels=EARNINGS_LABELS,
)

CAPS = MoneyTable(
    "caps",
    "Caps",
    columns=(
        "name",
        "account_manager",
        "rule_set",
        "workload",
        "cap_usd",
        "used_usd",
        "balance_usd",
        "cut_usd",
        "used_share",
        "hit_on",
    ),
    sorts={
        "used_share": "Fullest",
        "used_usd": "Most used",
        "balance_usd": "Least balance",
        "cut_usd": "Most cut off",
    },
    labels=EARNINGS_LABELS,
)

UNMATCHED = MoneyTable(
    "unmatched",
    "Earnings",
    columns=(
        "earning_id",
        "unmatched_by",
        "tenant_id",
        "customer_name",
        "claim_id",
        "workload",
        "month",
        "amount",
        "currency",
        "amount_usd",
        "payment_status",
        "reason_code",
    ),
    sorts={"amount_usd": "Largest amount", "month": "Newest month"},
    labels=EARNINGS_LABELS,
    empty="Every earning matches.",
    search_in="customer or claim",
)

LADDER = MoneyTable(
    "ladder",
    "Workloads",
    columns=(
        "name",
        "workload",
        "usage_share",
        "next_step",
        "users_to_next",
        "expected",
        "within_6_share",
        "next_value_usd",
        "mau",
        "pau",
        "step_reached",
        "band",
        "milestone_blocked_by",
        "account_manager",
        "milestone_rule_set",
    ),
    sorts={
        "next_value_usd": "Next step pays most",
        "users_to_next": "Fewest users to it",
        "usage_share": "Highest usage %",
        "mau": "Most users",
    },
    labels={**EXPECTED_LABELS, "next_step": "Next step, %", "step_reached": "Reached, %"},
    empty="No workload is in this group.",
)

HEADROOM = MoneyTable(
    "headroom",
    "Workloads",
    columns=(
        "name",
        "workload",
        "potential_usd",
        "mau",
        "pau",
        "usage_share",
        "prior_hwm",
        "starting_hwm",
        "opportunity_units",
        "rate",
        "max_compensable_units",
        "cap_balance_usd",
        "growth_blocked_by",
        "claim_id",
        "rule_set",
    ),
    sorts={
        "potential_usd": "Most potential",
        "usage_share": "Highest usage %",
        "mau": "Most users",
    },
)


def money_table(
    table: MoneyTable, rows: Callable[[TablePage], Answer], every_row: Callable[[TablePage], pl.DataFrame]
) -> dict[str, Any] | None:
    """Draw one page of it and return the row that is selected. Call it inside a fragment."""
    return paged_table(
        rows,
        key=table.key,
        in_address=f"{table.key}_",
        sorts=table.sorts,
        columns=table.columns,
        labels=table.labels,
        export=every_row,
        rows_are=table.rows_are,
        empty=table.empty,
        search_in=table.search_in,
        tallest=_TALLEST,
    )
