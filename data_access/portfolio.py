"""Which customers do we have, and how does each stand?"""

import polars as pl

from data_access.contract import Parameter, Question

SORTS = (
    "customer_name",
    "mau",
    "pau",
    "usage_share",
    "mau_change_units",
    "opportunity_units",
    "associated_count",
    "licences_count",
)

CUSTOMERS = Question(
    "portfolio/customers",
    columns={
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "segment": pl.String,
        "country": pl.String,
        "account_manager": pl.String,
        "licences_count": pl.Int64,
        "size_band": pl.String,
        "month": pl.Date,
        "associated_count": pl.Int64,
        "available_count": pl.Int64,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "usage_share": pl.Float64,
        "mau_change_units": pl.Int64,
        "opportunity_units": pl.Int64,
        "new_units": pl.Int64,
        "mau_12_months": pl.List(pl.Int64),
        "total_count": pl.Int64,
    },
    parameters={
        "search": Parameter(str),
        "sort_by": Parameter(SORTS, "mau"),
        "descending": Parameter(bool, True),
        "skip_rows": Parameter(int, 0),
        "page_size": Parameter(int),
    },
)
