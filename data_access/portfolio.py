"""Which customers do we have, and how does each stand?"""

import polars as pl

from data_access.contract import PAGE, Columns, Parameter, Question
from data_access.stacked import StackedQuestion

SORTS = (
    "name",
    "mau",
    "pau",
    "usage_share",
    "mau_change",
    "opportunity_units",
    "new_units",
    "potential_usd",
    "open_signals",
    "associated_count",
    "licences_count",
)

_STANDING: Columns = {
    "licences_count": pl.Int64,
    "size_band": pl.String,
    "month": pl.Date,
    "associated_count": pl.Int64,
    "available_count": pl.Int64,
    "mau": pl.Int64,
    "pau": pl.Int64,
    "usage_share": pl.Float64,
    "usage_percentile": pl.Int64,
    "mau_change": pl.Int64,
    "opportunity_units": pl.Int64,
    "new_units": pl.Int64,
    "potential_usd": pl.Decimal(18, 2),
    "open_signals": pl.Int64,
}

SUMS = Question(
    "portfolio/sums",
    columns={
        "tenant_id": pl.String,
        "month": pl.Date,
        "associated_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "share_mau": pl.Int64,
        "share_pau": pl.Int64,
        "mau_change": pl.Int64,
        "opportunity_units": pl.Int64,
        "new_units": pl.Int64,
        "potential_usd": pl.Decimal(18, 2),
    },
)

EACH_CUSTOMER = StackedQuestion(
    "portfolio/each_customer",
    columns={
        **dict.fromkeys(("tenant_id", "name", "domain", "segment", "country", "account_manager"), pl.String),
        **_STANDING,
    },
    stands_on=(SUMS,),
)

CUSTOMERS = StackedQuestion(
    "portfolio/customers",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "segment": pl.String,
        "country": pl.String,
        "account_manager": pl.String,
        **_STANDING,
        "next_workload": pl.String,
        "next_step": pl.Int64,
        "users_to_next": pl.Int64,
        "claim_state": pl.String,
        "claims_count": pl.Int64,
        "trend": pl.List(pl.Int64),
        "total_count": pl.Int64,
    },
    parameters={
        "search": Parameter(str),
        "sort_by": Parameter(SORTS, "mau"),
        "descending": Parameter(bool, True),
        **PAGE,
    },
    stands_on=(EACH_CUSTOMER,),
)

HEADROOM = StackedQuestion(
    "portfolio/headroom",
    columns={"tenant_id": pl.String, "name": pl.String, "opportunity_units": pl.Int64},
    parameters={"most": Parameter(int, 5)},
    stands_on=(SUMS,),
)

WORKLOADS = Question(
    "portfolio/workloads",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
        "prior_hwm": pl.Int64,
        "hwm_basis": pl.String,
        "hwm_since": pl.Date,
        "starting_hwm": pl.Int64,
        "new_units": pl.Int64,
        "opportunity_units": pl.Int64,
        "licensed_units": pl.Int64,
        "claim_id": pl.String,
        "partner_id": pl.String,
        "associated_on": pl.Date,
        "is_associated": pl.Boolean,
        "is_current": pl.Boolean,
        "source": pl.String,
    },
)

CUSTOMER = StackedQuestion(
    "portfolio/customer",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "domain": pl.String,
        "segment": pl.String,
        "country": pl.String,
        "account_manager": pl.String,
        "team": pl.String,
        "licences_count": pl.Int64,
        "size_band": pl.String,
        "month": pl.Date,
        "associated_count": pl.Int64,
        "available_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
        "opportunity_units": pl.Int64,
        "trend": pl.List(pl.Int64),
    },
    stands_on=(SUMS,),
)

ASSOCIATED = Question("portfolio/associated", columns={"month": pl.Date, "associated_customers": pl.Int64})

TOTALS = StackedQuestion(
    "portfolio/totals",
    columns={"month": pl.Date, "associated_customers": pl.Int64, "is_complete": pl.Boolean},
    stands_on=(ASSOCIATED,),
)

HEATMAP = Question(
    "portfolio/heatmap",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "workload": pl.String,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
    },
    parameters={"most": Parameter(int, 40)},
)
