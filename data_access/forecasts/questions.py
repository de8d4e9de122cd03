"""Where will usage be, when is a step reached, what will the year bring, and how well did earlier forecasts do?"""

import polars as pl

from data_access import incentive_ladder
from data_access.contract import Question
from data_access.stacked import StackedQuestion
from data_access.targets import AGAINST_TARGETS

PATHS = Question(
    "forecast/paths",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "forecast_mau": pl.Int64,
        "low_mau": pl.Int64,
        "high_mau": pl.Int64,
        "planned_mau": pl.Int64,
        "planned_pau": pl.Int64,
        "evidence": pl.String,
        "note": pl.String,
    },
)

REACH = Question(
    "forecast/reach",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "target": pl.String,
        "step": pl.Int64,
        "level_users": pl.Int64,
        "probability_3": pl.Float64,
        "probability_6": pl.Float64,
        "probability_12": pl.Float64,
        "reached_on_earliest": pl.Date,
        "reached_on": pl.Date,
        "reached_on_latest": pl.Date,
        "evidence": pl.String,
        "note": pl.String,
    },
)

LADDER = StackedQuestion(
    "forecast/ladder",
    columns={
        **incentive_ladder.LADDER.columns,
        "probability_3": pl.Float64,
        "probability_6": pl.Float64,
        "probability_12": pl.Float64,
        "reached_on_earliest": pl.Date,
        "reached_on": pl.Date,
        "reached_on_latest": pl.Date,
        "evidence": pl.String,
    },
    parameters=incentive_ladder.LADDER.parameters,
    stands_on=(incentive_ladder.LADDER,),
)

TOTALS = Question(
    "forecast/totals",
    columns={
        "month": pl.Date,
        "mau": pl.Int64,
        "forecast": pl.Int64,
        "low": pl.Int64,
        "high": pl.Int64,
        "series_count": pl.Int64,
    },
)

EARNINGS = Question(
    "forecast/earnings",
    columns={
        "until_month": pl.Date,
        "forecast_usd": pl.Float64,
        "low_usd": pl.Float64,
        "high_usd": pl.Float64,
    },
)

TARGETS = StackedQuestion(
    "forecast/targets",
    columns={
        "quarter": pl.Date,
        "kind": pl.String,
        "owner": pl.String,
        "owner_kind": pl.String,
        "target_amount": pl.Decimal(18, 2),
        "actual_amount": pl.Decimal(18, 2),
        "reached_share": pl.Float64,
        "is_over": pl.Boolean,
        "forecast_amount": pl.Float64,
        "low_amount": pl.Float64,
        "high_amount": pl.Float64,
    },
    stands_on=(AGAINST_TARGETS,),
)

PLAN_SCORES = Question(
    "forecast/plan_scores",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "planned_at": pl.Datetime("us"),
        "as_of": pl.Date,
        "months_count": pl.Int64,
        "last_month": pl.Date,
        "mau": pl.Int64,
        "planned_mau": pl.Int64,
        "forecast_mau": pl.Int64,
        "plan_error_users": pl.Float64,
        "forecast_error_users": pl.Float64,
        "closer": pl.String,
    },
)

TRACK = Question(
    "forecast/track",
    columns={
        "kind": pl.String,
        "restlessness": pl.String,
        "ahead_from": pl.Int64,
        "ahead_to": pl.Int64,
        "coverage_share": pl.Float64,
        "error_share": pl.Float64,
        "naive_error_share": pl.Float64,
        "evidence_count": pl.Int64,
    },
)
