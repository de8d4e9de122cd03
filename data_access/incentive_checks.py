"""Do estimate, report and files agree, and if not, why and until when can it be disputed?"""

from datetime import date

import polars as pl

from data_access.contract import Parameter, Question
from data_access.incentive_parts import EXPLAINED, USD
from data_access.incentives import RATE
from data_access.stacked import StackedQuestion
from domain.incentive_causes import CAUSES
from domain.incentive_payments import DISPUTE_DAYS, DUE_DAY

DIFFERENCES = Question(
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
    },
    parameters={
        "today": Parameter(date),
        "cause": Parameter(tuple(CAUSES)),
        "with_agreeing": Parameter(bool, False),
        "due_day": Parameter(int, DUE_DAY),
        "dispute_days": Parameter(int, DISPUTE_DAYS),
        "row_limit": Parameter(int, 1000),
    },
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
    },
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
