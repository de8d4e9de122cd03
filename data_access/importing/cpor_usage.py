"""Partner Center "CPOR - Microsoft 365 usage": what do we know of the workloads we are associated with?

Source: Partner Center documentation, downloads hub, report "CPOR - Microsoft 365 usage". Column order is free,
columns can be deselected, dates come as yyyymmdd integers.
"""

from data_access.importing import spellings as s
from data_access.importing.layout import Layout

LAYOUT = Layout(
    code="cpor_usage",
    title="CPOR - Microsoft 365 usage",
    source="CPOR usage",
    precedence=1,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        s.WORKLOAD,
        s.MONTH,
        s.MAU,
        s.PAU,
        s.CLAIM,
        s.PARTNER,
        s.ASSOCIATED_ON,
        s.ATTRIBUTION,
        s.SEGMENT,
        s.COUNTRY,
    ),
    recognised_by=(
        ("tenant_id",),
        ("workload_name",),
        ("month",),
        ("mau", "pau"),
        ("claim_id", "associated_on"),
    ),
    one_of=("mau", "pau"),
    facts={"usage": "usage_cpor"},
)
