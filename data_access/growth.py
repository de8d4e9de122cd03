"""Where does usage grow, where does it shrink, and why?"""

import polars as pl

from data_access.contract import Parameter, Question

SLICES = ("all", "workload", "segment", "country", "account_manager", "team", "location")

BY_MONTH = Question(
    "growth/by_month",
    columns={
        "month": pl.Date,
        "slice": pl.String,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
        "new_units": pl.Int64,
        "is_complete": pl.Boolean,
    },
    parameters={"slice_by": Parameter(SLICES, "all")},
)

BRIDGE = Question(
    "growth/bridge",
    columns={
        "month": pl.Date,
        "opening": pl.Int64,
        "newly_associated": pl.Int64,
        "expansion": pl.Int64,
        "contraction": pl.Int64,
        "lost": pl.Int64,
        "closing": pl.Int64,
    },
)

COHORTS = Question(
    "growth/cohorts",
    columns={
        "cohort": pl.Date,
        "months_since": pl.Int64,
        "series_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
    },
)

MOVERS = Question(
    "growth/movers",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "mau_before": pl.Int64,
        "mau_after": pl.Int64,
        "mau_change": pl.Int64,
        "workload": pl.String,
        "workload_mau_change": pl.Int64,
        "reason": pl.String,
        "first_month": pl.Date,
        "last_month": pl.Date,
    },
    parameters={"most": Parameter(int, 5)},
)
