"""Partner Center "Microsoft 365 Usage" (dataset OfficeUsage): usage of every workload, whoever is associated.

Source: Partner Center documentation, data definitions, "Office 365 license usage report". Rows repeat per
attribution; IsDuplicateRowForPGA = 1 marks copies that must not be summed.
"""

from data_access.importing import spellings as s
from data_access.importing.layout import Layout

LAYOUT = Layout(
    code="office_usage",
    title="Microsoft 365 Usage",
    source="OfficeUsage",
    precedence=2,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        s.WORKLOAD,
        s.MONTH,
        s.MAU,
        s.PAU,
        s.PARTNER,
        s.ATTRIBUTION,
        s.DUPLICATE,
        s.SEGMENT,
        s.COUNTRY,
    ),
    recognised_by=(("tenant_id",), ("workload_name",), ("month",), ("mau", "pau")),
    one_of=("mau", "pau"),
    facts={"usage": "usage_office"},
)
