"""Where does every customer's workload stand, what comes next, and what if the rules or the users were others?"""

import polars as pl

from data_access.contract import PAGE, Parameter, Question
from data_access.incentive_order import LADDER_IN_ORDER
from data_access.incentive_parts import RUNGS, USD
from data_access.incentives import RATE
from data_access.stacked import StackedQuestion
from domain.incentive_scenarios import MOST_STEPS

MILESTONES = Question(
    "incentives/milestones",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "rule_set": pl.String,
        "step": pl.Int64,
        "reached_on": pl.Date,
        "users_to_next": pl.Int64,
        "amount_usd": USD,
        "value_usd": USD,
        "band": pl.String,
        "blocked_by": pl.String,
        "is_current": pl.Boolean,
        "is_illustrative": pl.Boolean,
    },
)

LADDER = StackedQuestion(
    "incentives/ladder",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "segment": pl.String,
        "account_manager": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "is_current": pl.Boolean,
        "is_associated": pl.Boolean,
        "claim_id": pl.String,
        "associated_on": pl.Date,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
        "prior_hwm": pl.Int64,
        "starting_hwm": pl.Int64,
        "opportunity_units": pl.Int64,
        "rate": RATE,
        "max_compensable_units": pl.Int64,
        "potential_usd": USD,
        "remaining_units": pl.Int64,
        "remaining_usd": USD,
        "cap_usd": USD,
        "cap_used_usd": USD,
        "cap_balance_usd": USD,
        "refusal_codes": pl.String,
        "growth_blocked_by": pl.String,
        "rule_set": pl.String,
        "milestone_rule_set": pl.String,
        "step_reached": pl.Int64,
        "step_reached_on": pl.Date,
        "reached_usd": USD,
        "next_step": pl.Int64,
        "users_to_next": pl.Int64,
        "next_value_usd": USD,
        "band": pl.String,
        "milestone_blocked_by": pl.String,
        "step_group": pl.String,
        "is_illustrative": pl.Boolean,
        "total_count": pl.Int64,
        "place": pl.Int64,
    },
    parameters={**LADDER_IN_ORDER.parameters, **PAGE},
    stands_on=(LADDER_IN_ORDER,),
)

FUNNEL = StackedQuestion(
    "incentives/funnel",
    columns={
        "step": pl.Int64,
        "step_group": pl.String,
        "series_count": pl.Int64,
        "blocked_count": pl.Int64,
        "users_to_next": pl.Int64,
        "amount_usd": USD,
        "value_usd": USD,
    },
    stands_on=(RUNGS,),
)

_SCENARIO = {
    "scenario": Parameter(str, "Rules as they are"),
    "slice_by": Parameter(("portfolio", "customer"), "portfolio"),
    "plus_users": Parameter(int, 0),
    "users_workload": Parameter(str),
    "users_tenant": Parameter(str),
}

WHAT_IF = Question(
    "incentives/what_if",
    columns={
        "scenario": pl.String,
        "tenant_id": pl.String,
        "name": pl.String,
        "base_usd": USD,
        "scenario_usd": USD,
        "change_usd": USD,
        "customers_count": pl.Int64,
    },
    parameters={
        **_SCENARIO,
        "rate_factor": Parameter(float, 1.0),
        "rate_workload": Parameter(str),
        "cap_usd": Parameter(float),
    },
)

WHAT_IF_STEPS = Question(
    "incentives/what_if_steps",
    columns={
        "scenario": pl.String,
        "tenant_id": pl.String,
        "name": pl.String,
        "base_usd": USD,
        "scenario_usd": USD,
        "change_usd": USD,
        "steps_paid_count": pl.Int64,
    },
    parameters={**_SCENARIO, **{f"step_{position}": Parameter(int) for position in range(1, MOST_STEPS + 1)}},
)
