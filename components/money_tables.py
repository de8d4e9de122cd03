"""Which tables about money are too long to send? What each shows, and by what it is sorted."""

from components.forecast_words import EXPECTED_LABELS
from components.incentive_words import EARNINGS_LABELS
from components.long_table import LongTable

DIFFERENCES = LongTable(
    "differences",
    "Differences",
    columns=(
        "name",
        "workload",
        "month",
        "expected_usd",
        "reported_usd",
        "difference_usd",
        "cause",
        "refusal_codes",
        "days_left",
        "claim_id",
        "account_manager",
    ),
    sorts={
        "difference_usd": "Largest difference",
        "month": "Newest month",
        "days_left": "Fewest days left",
        "expected_usd": "Most expected",
        "reported_usd": "Most earned",
    },
    labels=EARNINGS_LABELS,
)

CAPS = LongTable(
    "caps",
    "Caps",
    columns=(
        "name",
        "account_manager",
        "rule_set",
        "workload",
        "cap_usd",
        "used_usd",
        "balance_usd",
        "cut_usd",
        "used_share",
        "hit_on",
    ),
    sorts={
        "used_share": "Fullest",
        "used_usd": "Most used",
        "balance_usd": "Least balance",
        "cut_usd": "Most cut off",
    },
    labels=EARNINGS_LABELS,
)

UNMATCHED = LongTable(
    "unmatched",
    "Earnings",
    columns=(
        "earning_id",
        "unmatched_by",
        "tenant_id",
        "customer_name",
        "claim_id",
        "workload",
        "month",
        "amount",
        "currency",
        "amount_usd",
        "payment_status",
        "reason_code",
    ),
    sorts={"amount_usd": "Largest amount", "month": "Newest month"},
    labels=EARNINGS_LABELS,
    empty="Every earning matches.",
    search_in="customer or claim",
)

LADDER = LongTable(
    "ladder",
    "Workloads",
    columns=(
        "name",
        "workload",
        "usage_share",
        "next_step",
        "users_to_next",
        "expected",
        "within_6_share",
        "next_value_usd",
        "mau",
        "pau",
        "step_reached",
        "band",
        "milestone_blocked_by",
        "account_manager",
        "milestone_rule_set",
    ),
    sorts={
        "next_value_usd": "Next step pays most",
        "users_to_next": "Fewest users to it",
        "usage_share": "Highest usage %",
        "mau": "Most users",
    },
    labels={**EXPECTED_LABELS, "next_step": "Next step, %", "step_reached": "Reached, %"},
    empty="No workload is in this group.",
)

HEADROOM = LongTable(
    "headroom",
    "Workloads",
    columns=(
        "name",
        "workload",
        "potential_usd",
        "mau",
        "pau",
        "usage_share",
        "prior_hwm",
        "starting_hwm",
        "opportunity_units",
        "rate",
        "max_compensable_units",
        "cap_balance_usd",
        "growth_blocked_by",
        "claim_id",
        "rule_set",
    ),
    sorts={
        "potential_usd": "Most potential",
        "usage_share": "Highest usage %",
        "mau": "Most users",
    },
)
