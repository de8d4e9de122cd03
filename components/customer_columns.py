"""Which columns do a customer's tables show, what are they called, and what stands where there is nothing?"""

STANDING = {
    "workload": "Workload",
    "mau": "MAU",
    "pau": "PAU",
    "usage_share": "Usage %",
    "prior_hwm": "Prior HWM",
    "starting_hwm": "Starting HWM",
    "opportunity_units": "Headroom",
    "new_units": "New units",
    "claim_id": "Claim",
    "associated_on": "Associated",
    "month": "Month",
    "source": "Source",
}

REACH = (
    "workload",
    "target",
    "level_users",
    "expected",
    "within_3_share",
    "within_6_share",
    "within_12_share",
    "evidence",
    "note",
)
NINE_FIELDS = (
    "workload",
    "mau",
    "pau",
    "usage_share",
    "prior_hwm",
    "starting_hwm",
    "opportunity_units",
    "rate",
    "max_compensable_units",
    "potential_usd",
    "claim_id",
    "next_step",
    "users_to_next",
    "next_value_usd",
    "growth_blocked_by",
)
NINE_LABELS = {
    "opportunity_units": "Headroom",
    "rate": "Rate",
    "max_compensable_units": "Max compensable",
    "potential_usd": "Potential",
    "claim_id": "Claim",
    "next_step": "Next step, %",
    "next_value_usd": "Its value",
    "growth_blocked_by": "What stands in the way",
}
"""Short, so that the amounts are in sight; the note above says that they are estimates."""
NOTHING_EARNED = "Nothing was reported in these months, and growth rules estimate nothing for them."
NO_FORECAST = "There is no forecast for this customer yet."
