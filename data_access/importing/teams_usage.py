"""Partner Center "Teams monthly usage": how many use Teams meetings and phone?

Source: Partner Center documentation, data definitions, "Teams usage"; the system query misspells its last column.
Devices overlap, so only the all-up number counts. It carries no paid units.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="teams_usage",
    title="Teams monthly usage",
    source="Teams usage",
    precedence=3,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        Column("workload_name", Kind.TEXT, ("SubWorkload",), is_key=True),
        s.MONTH,
        Column("mau", Kind.COUNT, ("AllUpParticipants", "AllUpPartiticipants"), is_key=True),
        s.SEGMENT,
        s.COUNTRY,
    ),
    recognised_by=(("tenant_id",), ("workload_name",), ("month",), ("mau",)),
    facts={"usage": "usage_teams"},
)
