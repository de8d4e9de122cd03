"""What adds up to the answers about money: of the whole book, of customers one sees, of one customer (ways.py)?"""

import polars as pl

from data_access.contract import Columns, Parameter, Question
from data_access.growth import SLICES

USD = pl.Decimal(18, 2)

_WHERE: Columns = {"month": pl.Date, "workload": pl.String, "partner_id": pl.String}

MONEY = Question(
    "incentives/money",
    columns={
        **_WHERE,
        **dict.fromkeys(("segment", "country", "account_manager", "team"), pl.String),
        **dict.fromkeys(("growth_usd", "milestone_usd", "estimated_usd", "reported_usd"), USD),
        "is_illustrative": pl.Boolean,
    },
    parameters={"slice_by": Parameter(SLICES, "all")},
)

UNITS = Question(
    "incentives/units",
    columns={
        **_WHERE,
        **dict.fromkeys(
            (
                "mau",
                "not_claimed_units",
                "unknown_units",
                "below_mark_units",
                "above_paid_units",
                "refused_units",
                "eligible_units",
            ),
            pl.Int64,
        ),
        "before_cap_usd": USD,
        "payable_usd": USD,
    },
)

TOLD = Question(
    "incentives/told",
    columns={
        **_WHERE,
        **dict.fromkeys(("status_group", "payment_status", "currency"), pl.String),
        "earnings_count": pl.Int64,
        "amount": USD,
        "amount_usd": USD,
    },
)

WORKLOAD_MONEY = Question(
    "incentives/workload_money",
    columns={
        "month": pl.Date,
        "workload": pl.String,
        "reported_usd": USD,
        "estimated_usd": USD,
        "potential_usd": USD,
    },
)
"""Two kinds of money are null in each row: they come from different tables."""

RUNGS = Question(
    "incentives/rungs",
    columns={
        "step": pl.Int64,
        "step_group": pl.String,
        "workload": pl.String,
        "partner_id": pl.String,
        "series_count": pl.Int64,
        "blocked_count": pl.Int64,
        "users_to_next": pl.Int64,
        "amount_usd": USD,
        "value_usd": USD,
    },
)

EXPLAINED = Question(
    "incentives/explained",
    columns={
        "cause": pl.String,
        **_WHERE,
        "months_count": pl.Int64,
        "expected_usd": USD,
        "reported_usd": USD,
        "difference_usd": USD,
    },
)
