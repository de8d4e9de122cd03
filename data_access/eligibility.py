"""How near is the partner to each designation, through which customers, and what moves it?"""

from datetime import date

import polars as pl

from data_access.contract import PAGE, Parameter, Question
from data_access.stacked import StackedQuestion

_TODAY = {"today": Parameter(date)}
"""The day hand entries are read as of; without it the day the latest usage was complete, or the last entry's."""

_TRACK = {"program": Parameter(str), "track": Parameter(str)}

CONTRIBUTIONS = Question(
    "eligibility/contributions",
    columns={
        "program": pl.String,
        "track": pl.String,
        "month": pl.Date,
        "customers": pl.Int64,
        "users": pl.Int64,
        "deployments": pl.Int64,
    },
)

SCORES = StackedQuestion(
    "eligibility/scores",
    columns={
        "program": pl.String,
        "program_name": pl.String,
        "track": pl.String,
        "track_name": pl.String,
        "metric": pl.String,
        "metric_name": pl.String,
        "category": pl.String,
        "unit": pl.String,
        "month": pl.Date,
        "actual": pl.Float64,
        "points": pl.Float64,
        "max_points": pl.Float64,
        "is_by_hand": pl.Boolean,
        "threshold": pl.Float64,
        "association_type": pl.String,
        "is_known": pl.Boolean,
        "points_per_unit": pl.Float64,
        "line_points": pl.Float64,
        "is_whole": pl.Boolean,
    },
    parameters=_TODAY,
    stands_on=(CONTRIBUTIONS,),
)

HISTORY = StackedQuestion(
    "eligibility/history",
    columns={
        "program": pl.String,
        "program_name": pl.String,
        "track": pl.String,
        "track_name": pl.String,
        "month": pl.Date,
        "counted_on": pl.Date,
        "line_points": pl.Float64,
        "known_points": pl.Float64,
        "possible_points": pl.Float64,
        "unknown_count": pl.Int64,
        "at_zero_count": pl.Int64,
        "is_qualified": pl.Boolean,
        "is_better_track": pl.Boolean,
        "is_whole": pl.Boolean,
    },
    parameters=_TODAY,
    stands_on=(CONTRIBUTIONS,),
)

CONTRIBUTORS = Question(
    "eligibility/contributors",
    columns={
        "program": pl.String,
        "track": pl.String,
        "metric": pl.String,
        "metric_name": pl.String,
        "unit": pl.String,
        "month": pl.Date,
        "tenant_id": pl.String,
        "name": pl.String,
        "account_manager": pl.String,
        "contribution": pl.Int64,
        "points_worth": pl.Float64,
        "reason": pl.String,
        "users": pl.Int64,
        "users_before": pl.Int64,
        "users_at_claim": pl.Int64,
        "licences": pl.Int64,
        "largest_licences": pl.Int64,
        "active_share": pl.Float64,
        "left_out_count": pl.Int32,
        "total_count": pl.Int64,
    },
    parameters={
        **_TRACK,
        "search": Parameter(str),
        "sort_by": Parameter(("metric_name", "points_worth"), "metric_name"),
        **PAGE,
    },
)

ONE_STEP = Question(
    "eligibility/one_step",
    columns={
        "program": pl.String,
        "track": pl.String,
        "metric": pl.String,
        "metric_name": pl.String,
        "month": pl.Date,
        "tenant_id": pl.String,
        "name": pl.String,
        "account_manager": pl.String,
        "step": pl.String,
        "workload": pl.String,
        "missing_count": pl.Int64,
        "users": pl.Int64,
        "licences": pl.Int64,
        "points_worth": pl.Float64,
        "total_count": pl.Int64,
    },
    parameters={
        **_TRACK,
        "search": Parameter(str),
        "sort_by": Parameter(("metric_name", "missing_count"), "metric_name"),
        **PAGE,
    },
)

PROVIDERS = Question(
    "eligibility/providers",
    columns={
        **dict.fromkeys(("program", "track", "counts"), pl.String),
        "provider_rank": pl.Int64,
        **dict.fromkeys(("tenant_id", "step"), pl.String),
        **dict.fromkeys(("missing_count", "gain_units", "providers_count"), pl.Int64),
    },
)

MOVES_MOST = StackedQuestion(
    "eligibility/moves_most",
    columns={
        "program": pl.String,
        "track": pl.String,
        "metric": pl.String,
        "metric_name": pl.String,
        "unit": pl.String,
        "month": pl.Date,
        "points_per_unit": pl.Float64,
        "providers_count": pl.Int64,
        "provider_rank": pl.Int64,
        "tenant_id": pl.String,
        "name": pl.String,
        "account_manager": pl.String,
        "step": pl.String,
        "missing_count": pl.Int64,
        "points_worth": pl.Float64,
    },
    stands_on=(PROVIDERS,),
)
