"""Which associations do we have, what is asked of us, and what does Microsoft's record say?"""

import polars as pl

from data_access.contract import Columns, Parameter, Question
from data_access.stacked import StackedQuestion


def _texts(names: str) -> Columns:
    """Text columns by their names, in this order."""
    return dict.fromkeys(names.split(), pl.String)


_CLAIM = {"claim_id": Parameter(str)}
_DATES = dict.fromkeys(("submitted_on", "approved_on", "rejected_on"), pl.Date)

SEEN_CLAIMS = Question(
    "associations/seen_claims",
    columns={
        **_texts("claim_id form_id solution_area role location_id claim_name tenant_id domain"),
        "opts_out_of_payment": pl.Boolean,
        "agreement_on": pl.Date,
        **_texts("renewal_of state"),
        **dict.fromkeys(("state_since_on", "filed_on"), pl.Date),
        **_DATES,
        "was_disputed": pl.Boolean,
        **_texts("claim_number comments"),
        "is_acknowledged": pl.Boolean,
        "poe_sha256": pl.String,
        "poe_acknowledged_on": pl.Date,
        "filed_by": pl.String,
        "filed_at": pl.Datetime("us"),
        **_texts("customer_name account_manager_id account_manager team"),
    },
)
"""Who may see a claim is said here once; every question about claims stands on it."""

REGISTER = StackedQuestion(
    "associations/register",
    columns={
        **_texts(
            "claim_id form_id claim_name tenant_id customer_name account_manager_id"
            " account_manager team solution_area role location_id location_name domain"
        ),
        "opts_out_of_payment": pl.Boolean,
        "state": pl.String,
        "state_since_on": pl.Date,
        "filed_on": pl.Date,
        "agreement_on": pl.Date,
        **_DATES,
        "was_disputed": pl.Boolean,
        **_texts("claim_number renewal_of comments"),
        "is_acknowledged": pl.Boolean,
        "poe_sha256": pl.String,
        "poe_acknowledged_on": pl.Date,
        "open_findings_count": pl.Int32,
        "workloads": pl.String,
        "workloads_count": pl.Int64,
        "filed_by": pl.String,
    },
    parameters=_CLAIM,
    stands_on=(SEEN_CLAIMS,),
)

NEEDS_ACTION = StackedQuestion(
    "associations/needs_action",
    columns={
        **_texts(
            "claim_id claim_name tenant_id customer_name account_manager_id account_manager location_id workloads state"
        ),
        "state_since_on": pl.Date,
        "filed_on": pl.Date,
        "agreement_on": pl.Date,
        **_DATES,
        "was_disputed": pl.Boolean,
    },
    stands_on=(SEEN_CLAIMS,),
)

EVENTS = StackedQuestion(
    "associations/events",
    columns={
        **_texts("claim_id tenant_id customer_name"),
        "number": pl.Int32,
        **_texts("trigger actor source target"),
        "happened_on": pl.Date,
        **_texts("reason document claim_number recorded_by"),
        "recorded_at": pl.Datetime("us"),
    },
    parameters=_CLAIM,
    stands_on=(SEEN_CLAIMS,),
)

FUNNEL = StackedQuestion(
    "associations/funnel",
    columns={
        "state": pl.String,
        "claims_count": pl.Int64,
        "customers_count": pl.Int64,
        "oldest_since_on": pl.Date,
        "position": pl.Int32,
    },
    stands_on=(SEEN_CLAIMS,),
)

DOCUMENTS = StackedQuestion(
    "associations/documents",
    columns={
        **_texts("claim_id form_id tenant_id sha256 file_name kind"),
        "size_bytes": pl.Int64,
        "attached_by": pl.String,
        "attached_at": pl.Datetime("us"),
        "also_used_for": pl.String,
        "checked_at": pl.Datetime("us"),
        "submission_on": pl.Date,
        "can_be_read": pl.Boolean,
        "open_findings_count": pl.Int32,
        "acknowledged_on": pl.Date,
    },
    parameters=_CLAIM,
    stands_on=(SEEN_CLAIMS,),
)

CONFLICTS_FACTS = StackedQuestion(
    "associations/conflicts_facts",
    columns={
        **_texts("tenant_id customer_name claim_id workload state location_id"),
        "since_on": pl.Date,
        "acknowledged_on": pl.Date,
        "renewal_of": pl.String,
        "approved_on": pl.Date,
        "was_disputed": pl.Boolean,
        "is_in_usage": pl.Boolean,
        "licences_count": pl.Int64,
        "rival": pl.String,
    },
    stands_on=(SEEN_CLAIMS,),
)

AGAINST_USAGE = StackedQuestion(
    "associations/against_usage",
    columns={
        **_texts("claim_id tenant_id customer_name workload state"),
        "approved_on": pl.Date,
        **_texts("location_id claim_number matched_by recorded_number recorded_location_id"),
        "recorded_on": pl.Date,
        "recorded_month": pl.Date,
        "is_different": pl.Boolean,
    },
    stands_on=(SEEN_CLAIMS,),
)

FORMS = Question(
    "associations/forms",
    columns={
        **_texts("form_id tenant_id customer_name form"),
        "revision": pl.Int32,
        "started_by": pl.String,
        "saved_by": pl.String,
        "saved_at": pl.Datetime("us"),
    },
)

OWNER = Question(
    "associations/owner",
    columns={
        **_texts("tenant_id name domain account_manager_id team"),
    },
    parameters={"domain": Parameter(str)},
)

TIMELINE = StackedQuestion(
    "associations/timeline",
    columns={
        "tenant_id": pl.String,
        "kind": pl.String,
        "happened_at": pl.Datetime("us"),
        "happened_on": pl.Date,
        **_texts("claim_id what detail who"),
    },
    stands_on=(SEEN_CLAIMS,),
)
