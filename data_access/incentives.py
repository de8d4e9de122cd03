"""What is earned: estimated by the rules, reported by Microsoft, and by which status paid?"""

import polars as pl

from data_access.contract import PAGE, Parameter, Question
from data_access.growth import SLICES
from data_access.incentive_order import CAPS_IN_ORDER
from data_access.incentive_parts import MONEY, TOLD, UNITS, USD, WORKLOAD_MONEY
from data_access.stacked import StackedQuestion

RATE = pl.Decimal(18, 6)

LEDGER = Question(
    "incentives/ledger",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "family": pl.String,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "prior_hwm": pl.Int64,
        "starting_hwm": pl.Int64,
        "new_units": pl.Int64,
        "rate": RATE,
        "before_cap_usd": USD,
        "payable_usd": USD,
        "capped_units": pl.Int64,
        "cap_usd": USD,
        "cap_balance_usd": USD,
        "milestone_usd": USD,
        "estimated_usd": USD,
        "reported_usd": USD,
        "refusal_codes": pl.String,
        "remark": pl.String,
        "rule_set": pl.String,
        "claim_id": pl.String,
        "partner_id": pl.String,
        "is_illustrative": pl.Boolean,
    },
)

WATERFALL = StackedQuestion(
    "incentives/waterfall",
    columns={
        "position": pl.Int32,
        "step": pl.String,
        "is_total": pl.Boolean,
        "units": pl.Int64,
        "amount_usd": USD,
    },
    stands_on=(UNITS,),
)

BY_MONTH = StackedQuestion(
    "incentives/by_month",
    columns={
        "month": pl.Date,
        "slice": pl.String,
        "growth_usd": USD,
        "milestone_usd": USD,
        "estimated_usd": USD,
        "reported_usd": USD,
        "is_illustrative": pl.Boolean,
    },
    parameters={"slice_by": Parameter(SLICES, "all")},
    stands_on=(MONEY,),
)

BY_STATUS = StackedQuestion(
    "incentives/by_status",
    columns={
        "status_group": pl.String,
        "payment_status": pl.String,
        "currency": pl.String,
        "earnings_count": pl.Int64,
        "amount": USD,
        "amount_usd": USD,
    },
    stands_on=(TOLD,),
)

CAPS = StackedQuestion(
    "incentives/caps",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "account_manager": pl.String,
        "rule_set": pl.String,
        "workload": pl.String,
        "cap_usd": USD,
        "used_usd": USD,
        "balance_usd": USD,
        "cut_usd": USD,
        "used_share": pl.Float64,
        "hit_on": pl.Date,
        "total_count": pl.Int64,
    },
    parameters={**CAPS_IN_ORDER.parameters, **PAGE},
    stands_on=(CAPS_IN_ORDER,),
)

RULES = Question(
    "incentives/rules",
    columns={
        "family": pl.String,
        "workload": pl.String,
        "start": pl.Date,
        "end_before": pl.Date,
        "rule_set": pl.String,
        "rate": RATE,
        "cap_usd": USD,
        "cap_scope": pl.String,
        "time_cap_months": pl.Int64,
        "minimum_pau": pl.Int64,
        "is_illustrative": pl.Boolean,
        "source": pl.String,
    },
)

STEPS = Question(
    "incentives/steps",
    columns={
        "rule_set": pl.String,
        "step": pl.Int64,
        "position": pl.Int64,
        "band": pl.String,
        "from_pau": pl.Int64,
        "amount_usd": USD,
        "minimum_pau": pl.Int64,
        "time_cap_months": pl.Int64,
        "is_illustrative": pl.Boolean,
    },
)

BY_WORKLOAD = StackedQuestion(
    "incentives/by_workload",
    columns={"workload": pl.String, "reported_usd": USD, "estimated_usd": USD, "potential_usd": USD},
    stands_on=(WORKLOAD_MONEY,),
)
