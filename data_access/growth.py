"""Where does usage grow, where does it shrink, and why?"""

import polars as pl

from data_access.contract import Parameter, Question
from data_access.stacked import StackedQuestion

SLICES = ("all", "workload", "segment", "country", "account_manager", "team", "location")

MONTHLY = Question(
    "growth/monthly",
    columns={
        "month": pl.Date,
        "workload": pl.String,
        "partner_id": pl.String,
        "is_associated": pl.Boolean,
        **dict.fromkeys(("mau", "pau", "share_mau", "share_pau", "new_units", "new_units_known_count"), pl.Int64),
        **dict.fromkeys(("segment", "country", "account_manager", "team"), pl.String),
    },
    parameters={"slice_by": Parameter(SLICES, "all")},
)

BY_MONTH = StackedQuestion(
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
    stands_on=(MONTHLY,),
)

MOVES = Question(
    "growth/moves",
    columns={
        "month": pl.Date,
        "workload": pl.String,
        "partner_id": pl.String,
        **dict.fromkeys(("opening", "newly_associated", "expansion", "contraction", "lost"), pl.Int64),
    },
)

BRIDGE = StackedQuestion(
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
    stands_on=(MOVES,),
)

MATURING = Question(
    "growth/maturing",
    columns={
        "associated_month": pl.Date,
        "month": pl.Date,
        "workload": pl.String,
        "partner_id": pl.String,
        "series_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
    },
)

COHORTS = StackedQuestion(
    "growth/cohorts",
    columns={
        "cohort": pl.Date,
        "months_since": pl.Int64,
        "series_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
    },
    stands_on=(MATURING,),
)

EDGES = Question("growth/edges", columns={"first_month": pl.Date, "last_month": pl.Date})

SIDES = StackedQuestion("growth/sides", columns={"month": pl.Date, "side": pl.Int32}, stands_on=(EDGES,))

_MOST = {"most": Parameter(int, 5)}

MOVED_MOST = StackedQuestion(
    "growth/moved_most", columns={"tenant_id": pl.String}, parameters=_MOST, stands_on=(SIDES,)
)

MOVERS = StackedQuestion(
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
    parameters=_MOST,
    stands_on=(MOVED_MOST,),
)
