"""Our own customers file: who looks after which customer? No export carries account managers.

Header: tenant_id, name, domain, segment, country, account_manager_id, account_manager, team. Only tenant_id and
one of the last three are needed; see docs/customers_file.md.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="own_customers",
    title="Customers (our own file)",
    columns=(
        s.TENANT,
        Column("name", Kind.TEXT, ("name", "CustomerName", "Customer")),
        s.DOMAIN,
        s.SEGMENT,
        s.COUNTRY,
        Column("account_manager_id", Kind.TEXT, ("account_manager_id", "Manager ID")),
        Column("account_manager", Kind.TEXT, ("account_manager", "Manager")),
        Column("team", Kind.TEXT, ("team", "Sales team")),
    ),
    recognised_by=(("tenant_id",), ("account_manager_id", "account_manager", "team")),
    facts={"customer": "customers_own"},
)
