"""Which tables about scores are too long to send? What each shows, and by what it is sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from components.answer import Answer
from components.paged_table import TablePage, paged_table

NOBODY_KNOWN = "No customer, as far as is known."


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """`key` is also what its search and sorting are called in the address."""

    key: str
    columns: tuple[str, ...]
    sorts: Mapping[str, str]


ONE_STEP = ScoreTable(
    "one_step",
    columns=(
        "name",
        "step",
        "points_worth",
        "metric_name",
        "tenant_id",
        "account_manager",
        "workload",
        "users",
        "licences",
    ),
    sorts={"metric_name": "By metric", "missing_count": "Least missing"},
)

CONTRIBUTORS = ScoreTable(
    "contributors",
    columns=(
        "name",
        "reason",
        "points_worth",
        "metric_name",
        "unit",
        "tenant_id",
        "account_manager",
        "contribution",
        "users",
        "users_before",
        "users_at_claim",
        "licences",
        "largest_licences",
        "active_share",
        "left_out_count",
    ),
    sorts={"metric_name": "By metric", "points_worth": "Most points"},
)


def score_table(
    table: ScoreTable, rows: Callable[[TablePage], Answer], every_row: Callable[[TablePage], pl.DataFrame]
) -> dict[str, Any] | None:
    """Draw one page of it and return the row that is selected. Call it inside a fragment."""
    return paged_table(
        rows,
        key=table.key,
        in_address=f"{table.key}_",
        sorts=table.sorts,
        columns=table.columns,
        labels={"metric_name": "Metric"},
        export=every_row,
        rows_are="Customers",
        empty=NOBODY_KNOWN,
        tallest=440,
    )
