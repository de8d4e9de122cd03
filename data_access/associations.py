"""Which associations do we have, what is asked of us, and what does Microsoft's record say?"""

import polars as pl

from data_access.contract import Parameter, Question

_CLAIM = {"claim_id": Parameter(str)}
_DATES = {name: pl.Date for name in ("submitted_on", "approved_on", "rejected_on")}

REGISTER = Question(
    "associations/register",
    columns={
        "claim_id": pl.String,
        "form_id": pl.String,
        "claim_name": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "account_manager_id": pl.String,
        "account_manager": pl.String,
        "team": pl.String,
        "solution_area": pl.String,
        "role": pl.String,
        "location_id": pl.String,
        "location_name": pl.String,
        "domain": pl.String,
        "opts_out_of_payment": pl.Boolean,
        "state": pl.String,
        "state_since_on": pl.Date,
        "filed_on": pl.Date,
        "agreement_on": pl.Date,
        **_DATES,
        "was_disputed": pl.Boolean,
        "claim_number": pl.String,
        "renewal_of": pl.String,
        "comments": pl.String,
        "is_acknowledged": pl.Boolean,
        "poe_sha256": pl.String,
        "poe_acknowledged_on": pl.Date,
        "open_findings_count": pl.Int32,
        "workloads": pl.String,
        "workloads_count": pl.Int64,
        "filed_by": pl.String,
    },
    parameters=_CLAIM,
)

NEEDS_ACTION = Question(
    "associations/needs_action",
    columns={
        "claim_id": pl.String,
        "claim_name": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "account_manager_id": pl.String,
        "account_manager": pl.String,
        "location_id": pl.String,
        "workloads": pl.String,
        "state": pl.String,
        "state_since_on": pl.Date,
        "filed_on": pl.Date,
        "agreement_on": pl.Date,
        **_DATES,
        "was_disputed": pl.Boolean,
    },
)

EVENTS = Question(
    "associations/events",
    columns={
        "claim_id": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "number": pl.Int32,
        "trigger": pl.String,
        "actor": pl.String,
        "source": pl.String,
        "target": pl.String,
        "happened_on": pl.Date,
        "reason": pl.String,
        "document": pl.String,
        "claim_number": pl.String,
        "recorded_by": pl.String,
        "recorded_at": pl.Datetime("us"),
    },
    parameters=_CLAIM,
)

FUNNEL = Question(
    "associations/funnel",
    columns={
        "state": pl.String,
        "claims_count": pl.Int64,
        "customers_count": pl.Int64,
        "oldest_since_on": pl.Date,
        "position": pl.Int32,
    },
)

DOCUMENTS = Question(
    "associations/documents",
    columns={
        "claim_id": pl.String,
        "form_id": pl.String,
        "tenant_id": pl.String,
        "sha256": pl.String,
        "file_name": pl.String,
        "kind": pl.String,
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
)

CONFLICTS_FACTS = Question(
    "associations/conflicts_facts",
    columns={
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "claim_id": pl.String,
        "workload": pl.String,
        "state": pl.String,
        "location_id": pl.String,
        "since_on": pl.Date,
        "acknowledged_on": pl.Date,
        "renewal_of": pl.String,
        "approved_on": pl.Date,
        "was_disputed": pl.Boolean,
        "is_in_usage": pl.Boolean,
        "licences_count": pl.Int64,
        "rival": pl.String,
    },
)

AGAINST_USAGE = Question(
    "associations/against_usage",
    columns={
        "claim_id": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "workload": pl.String,
        "state": pl.String,
        "approved_on": pl.Date,
        "location_id": pl.String,
        "claim_number": pl.String,
        "matched_by": pl.String,
        "recorded_number": pl.String,
        "recorded_location_id": pl.String,
        "recorded_on": pl.Date,
        "recorded_month": pl.Date,
        "is_different": pl.Boolean,
    },
)

STANDING = Question(
    "associations/standing",
    columns={
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "workload": pl.String,
        "standing": pl.String,
        "claim_id": pl.String,
        "mau": pl.Int64,
        "pau": pl.Int64,
        "seats": pl.Int64,
        "highest_mau": pl.Int64,
        "headroom_units": pl.Int64,
    },
)

FORMS = Question(
    "associations/forms",
    columns={
        "form_id": pl.String,
        "tenant_id": pl.String,
        "customer_name": pl.String,
        "form": pl.String,
        "revision": pl.Int32,
        "started_by": pl.String,
        "saved_by": pl.String,
        "saved_at": pl.Datetime("us"),
    },
)

OWNER = Question(
    "associations/owner",
    columns={
        "tenant_id": pl.String,
        "name": pl.String,
        "domain": pl.String,
        "account_manager_id": pl.String,
        "team": pl.String,
    },
    parameters={"domain": Parameter(str)},
)

TIMELINE = Question(
    "associations/timeline",
    columns={
        "tenant_id": pl.String,
        "kind": pl.String,
        "happened_at": pl.Datetime("us"),
        "happened_on": pl.Date,
        "claim_id": pl.String,
        "what": pl.String,
        "detail": pl.String,
        "who": pl.String,
    },
)
