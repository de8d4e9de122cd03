"""Usage in a table of somebody's own making, its columns named by hand."""

from data_access.importing import spellings as s
from data_access.importing.layout import Layout

LAYOUT = Layout(
    code="mapped_usage",
    title="Usage (columns mapped by hand)",
    source="Mapped usage",
    precedence=5,
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
        s.DUPLICATE,
        s.SEGMENT,
        s.COUNTRY,
    ),
    recognised_by=(("tenant_id",), ("workload_name",), ("month",), ("mau", "pau")),
    recognises=lambda header: False,
    one_of=("mau", "pau"),
    facts={"usage": "usage_mapped"},
)
