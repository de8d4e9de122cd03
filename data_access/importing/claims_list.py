"""A list of claims: which associations were claimed, and in which state is each?

Partner Center exports claims but publishes no header, so this is our own; any other is mapped by hand once.
A cell may name several workloads, separated by semicolons, commas, bars or line breaks.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="claims_list",
    title="Claims",
    columns=(
        Column("claim_id", Kind.TEXT, ("Claim ID", "Claim number")),
        Column("claim_name", Kind.TEXT, ("Claim name",)),
        Column("tenant_id", Kind.TENANT, ("Customer tenant ID", "Tenant ID", "Directory ID"), is_key=True),
        s.CUSTOMER_NAME,
        Column("workload_name", Kind.TEXT, ("Workloads", "Workload", "WorkloadName"), is_key=True),
        Column("status", Kind.STATE, ("Status", "Claim status"), is_key=True),
        Column("partner_id", Kind.TEXT, ("Partner ID", "MPN ID", "PartnerID location")),
        Column("submitted_on", Kind.DATE, ("Submitted on", "Date submitted", "Submission date")),
        Column("decided_on", Kind.DATE, ("Decided on", "Approved on", "Decision date")),
    ),
    recognised_by=(("claim_id", "claim_name"), ("tenant_id",), ("workload_name",), ("status",)),
    one_of=("claim_id", "claim_name"),
    never_with=("MonthlyActiveUsers", "PaidAvailableUnits"),
    facts={"claim": "claims_list"},
    month_column="submitted_on",
)
