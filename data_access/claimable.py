"""What could become a claim of ours: workloads nobody claims yet, and claims that only an imported list knows?"""

import polars as pl

from data_access.contract import Parameter, Question

STANDING = Question(
    "associations/standing",
    columns={
        **dict.fromkeys(("tenant_id", "customer_name", "workload", "standing", "claim_id"), pl.String),
        "mau": pl.Int64,
        "pau": pl.Int64,
        "seats": pl.Int64,
        "highest_mau": pl.Int64,
        "headroom_units": pl.Int64,
    },
)

UNCLAIMED = Question(
    "associations/unclaimed",
    columns={
        **dict.fromkeys(("tenant_id", "customer_name", "workloads"), pl.String),
        "headroom_units": pl.Int64,
        "customers_count": pl.Int64,
    },
    parameters={"most": Parameter(int, 500)},
)

LISTED = Question(
    "associations/listed",
    columns={
        **dict.fromkeys(
            ("claim_number", "tenant_id", "customer_name", "domain", "claim_name", "state", "location_id"), pl.String
        ),
        "submitted_on": pl.Date,
        "decided_on": pl.Date,
        "workloads": pl.String,
    },
)

LISTED_COUNT = Question("associations/listed_count", columns={"claims_count": pl.Int64})
