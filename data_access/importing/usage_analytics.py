"""Microsoft 365 usage analytics, table "Tenant Product Usage": one tenant's products, month by month.

Source: Microsoft 365 usage analytics documentation, data model. Enabled users are never paid units. The month still
running (Content Date before its end) and the total over all products are left out.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="usage_analytics",
    title="Microsoft 365 usage analytics",
    source="Graph",
    precedence=4,
    asks_tenant=True,
    columns=(
        Column("workload_name", Kind.TEXT, ("Product",), is_key=True),
        s.MONTH,
        Column("mau", Kind.COUNT, ("ActiveUsers",), is_key=True),
        Column("enabled_users", Kind.COUNT, ("EnabledUsers",)),
        Column("content_on", Kind.DATE, ("Content Date",)),
    ),
    recognised_by=(("workload_name",), ("month",), ("mau",), ("enabled_users",)),
    as_of_column="content_on",
    facts={"usage": "usage_analytics"},
)
