"""What do columns and codes say in a table, where the metric catalogue has no word for them?"""

from collections.abc import Callable, Mapping

from domain.phrases import in_words
from domain.sources import NAMES
from domain.workloads import workload_name

LABELS = {
    "name": "Customer",
    "customer_name": "Customer",
    "workload": "Workload",
    "slice": "Split",
    "series_count": "Customer workloads",
    "program_name": "Program",
    "track_name": "Track",
    "metric_name": "Metric",
    "location_name": "Location",
    "sentence": "What",
    "action": "What to do",
    "month": "Month",
    "cohort": "Associated in",
    "months_since": "Months since",
    "segment": "Segment",
    "country": "Country",
    "account_manager": "Account manager",
    "tenant_id": "Tenant ID",
    "claim_id": "Claim",
    "trend": "12 months",
    "reason": "Why",
    "earning_id": "Earning ID",
    "minimum_pau": "Minimum PAU",
    "in_usd_count": "Counted in USD",
}
SAID: Mapping[str, Mapping[str, str]] = {
    "part": {
        "matched": "Matched",
        "unknown_claim": "Claim that no usage file names",
        "unknown_tenant": "Customer that no usage file names",
        "total": "Total of the export",
    },
    "cap_scope": {
        "customer_workload": "Each customer's workload",
        "customer": "Each customer",
    },
    "status_group": {
        "earned": "Earned",
        "upcoming": "Upcoming",
        "paid": "Paid",
        "held": "Held",
        "lost": "Lost",
        "other": "Other",
    },
    "family": {"growth": "Growth", "milestone": "Milestones"},
    "date_column": {"transaction_on": "Transaction date", "earning_on": "Earning date"},
    "source": NAMES,
}
"""What a code says, by column: no table shows a machine's word where there is one of ours."""
NAMED: Mapping[str, Callable[[str], str]] = {
    "workload": workload_name,
    "slice": workload_name,
    "rule_set": in_words,
    "milestone_rule_set": in_words,
}
"""Which columns hold codes that have a name of their own."""
