"""In which order do the long tables about money come, of whom one sees? A page of them is found by number first."""

from datetime import date

import polars as pl

from data_access.contract import Parameter, Question
from domain.incentive_causes import CAUSES
from domain.incentive_payments import DISPUTE_DAYS, DUE_DAY

STEP_GROUPS = (
    "reached_this_month",
    "within_10_percent",
    "later",
    "out_of_reach",
    "all_reached",
    "unknown",
    "no_rules",
)

DIFFERENCES_IN_ORDER = Question(
    "incentives/differences_in_order",
    columns={"difference_no": pl.Int64, "sort_number": pl.Float64},
    parameters={
        "today": Parameter(date),
        "cause": Parameter(tuple(CAUSES)),
        "with_agreeing": Parameter(bool, False),
        "due_day": Parameter(int, DUE_DAY),
        "dispute_days": Parameter(int, DISPUTE_DAYS),
        "search": Parameter(str),
        "sort_by": Parameter(
            ("difference_usd", "month", "days_left", "expected_usd", "reported_usd"), "difference_usd"
        ),
    },
)

CAPS_IN_ORDER = Question(
    "incentives/caps_in_order",
    columns={"cap_no": pl.Int64, "sort_number": pl.Int64},
    parameters={
        "search": Parameter(str),
        "sort_by": Parameter(("used_share", "used_usd", "balance_usd", "cut_usd"), "used_share"),
    },
)

LADDER_IN_ORDER = Question(
    "incentives/ladder_in_order",
    columns={"series_no": pl.Int64, "users_to_next": pl.Int64, "sort_number": pl.Float64},
    parameters={
        "step_group": Parameter(STEP_GROUPS),
        "with_headroom": Parameter(bool, False),
        "search": Parameter(str),
        "sort_by": Parameter(
            ("next_value_usd", "users_to_next", "potential_usd", "usage_share", "mau"), "next_value_usd"
        ),
    },
)
