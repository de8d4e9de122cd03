"""How much of what a customer pays for is used, and how far above its high-water mark?"""

import polars as pl

from data_access.contract import Question

LEDGER = Question(
    "adoption/ledger",
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
        "claim_id": pl.String,
        "partner_id": pl.String,
        "associated_on": pl.Date,
        "is_associated": pl.Boolean,
        "source": pl.String,
        "is_complete": pl.Boolean,
    },
)

OTHER_VALUES = Question(
    "adoption/other_values",
    columns={
        "tenant_id": pl.String,
        "workload": pl.String,
        "month": pl.Date,
        "source": pl.String,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "as_of_on": pl.Date,
        "file_name": pl.String,
    },
)
