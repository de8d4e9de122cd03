"""Do estimate, report and files agree, and if not, why and until when can it be disputed?"""

import polars as pl

from data_access.contract import PAGE, Parameter, Question
from data_access.incentive_order import DIFFERENCES_IN_ORDER
from data_access.incentive_parts import EXPLAINED, USD
from data_access.incentives import RATE
from data_access.stacked import StackedQuestion

DIFFERENCES = StackedQuestion(
    "incentives/differences",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "account_manager": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "claim_id": pl.String,
        "family": pl.String,
        "expected_usd": USD,
        "reported_usd": USD,
        "difference_usd": USD,
        "cause": pl.String,
        "refusal_codes": pl.String,
        "expected_units": pl.Int64,
        "reported_units": pl.Int64,
        "expected_rate": RATE,
        "reported_rate": RATE,
        "earned_on": pl.Date,
        "due_on": pl.Date,
        "rule_set": pl.String,
        "is_illustrative": pl.Boolean,
        "days_left": pl.Int64,
        "total_count": pl.Int64,
    },
    parameters={**DIFFERENCES_IN_ORDER.parameters, **PAGE},
    stands_on=(DIFFERENCES_IN_ORDER,),
)

CAUSES_OF_DIFFERENCES = StackedQuestion(
    "incentives/causes",
    columns={
        "cause": pl.String,
        "months_count": pl.Int64,
        "expected_usd": USD,
        "reported_usd": USD,
        "difference_usd": USD,
    },
    stands_on=(EXPLAINED,),
)

DERIVED_RATES = Question(
    "incentives/derived_rates",
    columns={
        "workload": pl.String,
        "month": pl.Date,
        "derived_rate": RATE,
        "earnings_count": pl.Int64,
        "all_earnings_count": pl.Int64,
        "rates_count": pl.Int64,
        "card_rate": RATE,
        "rule_set": pl.String,
        "is_illustrative": pl.Boolean,
    },
)

UNMATCHED = Question(
    "incentives/unmatched",
    columns={
        "earning_id": pl.String,
        "unmatched_by": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "claim_id": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "amount": USD,
        "currency": pl.String,
        "amount_usd": USD,
        "payment_status": pl.String,
        "reason_code": pl.String,
        "total_count": pl.Int64,
    },
    parameters={"search": Parameter(str), "sort_by": Parameter(("amount_usd", "month"), "amount_usd"), **PAGE},
)

RECONCILE = Question(
    "incentives/reconcile",
    columns={
        "part": pl.String,
        "earnings_count": pl.Int64,
        "in_usd_count": pl.Int64,
        "amount_usd": USD,
    },
)

USAGE_MONTH = Question(
    "incentives/usage_month",
    columns={
        "date_column": pl.String,
        "compared_count": pl.Int64,
        "agreeing_count": pl.Int64,
        "agreeing_share": pl.Float64,
        "is_proposed": pl.Boolean,
    },
    parameters={"sample_size": Parameter(int, 20_000)},
)
