"""Which tables about scores are too long to send? What each shows, and by what it is sorted."""

from components.long_table import LongTable

NOBODY_KNOWN = "No customer, as far as is known."
_LABELS = {"metric_name": "Metric"}

ONE_STEP = LongTable(
    "one_step",
    "Customers",
    columns=(
        "name",
        "step",
        "points_worth",
        "metric_name",
        "tenant_id",
        "account_manager",
        "workload",
        "users",
        "licences",
    ),
    sorts={"metric_name": "By metric", "missing_count": "Least missing"},
    labels=_LABELS,
    empty=NOBODY_KNOWN,
)

CONTRIBUTORS = LongTable(
    "contributors",
    "Customers",
    columns=(
        "name",
        "reason",
        "points_worth",
        "metric_name",
        "unit",
        "tenant_id",
        "account_manager",
        "contribution",
        "users",
        "users_before",
        "users_at_claim",
        "licences",
        "largest_licences",
        "active_share",
        "left_out_count",
    ),
    sorts={"metric_name": "By metric", "points_worth": "Most points"},
    labels=_LABELS,
    empty=NOBODY_KNOWN,
)
