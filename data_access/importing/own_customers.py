"""Our own customers file: who looks after which customer? No export carries account managers.

Header: tenant_id, name, domain, segment, country, account_manager_id, account_manager, team. Only tenant_id and
account_manager_id or name are needed; see docs/customers_file.md.
"""

from data_access.importing import spellings as s
from data_access.importing.cells import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="own_customers",
    title="Customers (our own file)",
    columns=(
        s.TENANT,
        Column("name", Kind.TEXT, ("CustomerName", "Customer name", "Customer")),
        Column("domain", Kind.TEXT, ("TenantDomainName", "Customer domain")),
        s.SEGMENT,
        s.COUNTRY,
        Column("account_manager_id", Kind.TEXT, ("Account manager ID", "Manager ID")),
        Column("account_manager", Kind.TEXT, ("Account manager", "Manager")),
        Column("team", Kind.TEXT, ("Sales team",)),
    ),
    recognised_by=(("tenant_id",), ("account_manager_id", "account_manager", "team")),
    facts={"customers": "customers_own"},
)
