"""What was imported, and is it up to date?"""

import polars as pl

from data_access.contract import Question

HISTORY = Question(
    "imports/history",
    columns={
        "import_id": pl.String,
        "imported_at": pl.Datetime("us"),
        "imported_by": pl.String,
        "file_name": pl.String,
        "sha256": pl.String,
        "title": pl.String,
        "source": pl.String,
        "as_of_on": pl.Date,
        "as_of_basis": pl.String,
        "first_month": pl.Date,
        "last_month": pl.Date,
        "rows_read": pl.Int64,
        "rows_kept": pl.Int64,
        "rows_refused": pl.Int64,
        "facts_used": pl.Int64,
        "facts_superseded": pl.Int64,
        "replaced_count": pl.Int64,
        "undone_at": pl.Datetime("us"),
        "undone_by": pl.String,
    },
)

FRESHNESS = Question(
    "imports/freshness",
    columns={
        "source": pl.String,
        "last_month": pl.Date,
        "as_of_on": pl.Date,
        "imported_at": pl.Datetime("us"),
        "next_expected_on": pl.Date,
        "is_late": pl.Boolean,
        "is_stopped": pl.Boolean,
        "complete_through": pl.Date,
    },
)

UNKNOWN_WORKLOADS = Question("imports/unknown_workloads", columns={"workload": pl.String})
