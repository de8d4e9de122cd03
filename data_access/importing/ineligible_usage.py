"""Partner Center "Ineligible revenue usage details": which usage earned nothing, and why?

Source: Partner Center documentation, earnings-revenue. customerIdType is TPID or TenantID: rows of a top parent
are kept, but join no tenant.
"""

from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="ineligible_usage",
    title="Ineligible revenue usage details",
    columns=(
        Column("unearned_id", Kind.TEXT, ("unearnedId",), is_key=True),
        Column("tenant_id", Kind.CUSTOMER, ("customerId",)),
        Column("customer_name", Kind.TEXT, ("customerName",)),
        Column("workload_name", Kind.TEXT, ("workload",)),
        Column("engagement", Kind.TEXT, ("engagementName",)),
        Column("transaction_on", Kind.DATE, ("transactionDate",), is_key=True),
        Column("reason", Kind.TEXT, ("reason",), is_key=True),
        Column("quantity", Kind.MONEY, ("quantity",)),
        Column("quantity_type", Kind.TEXT, ("quantityType",)),
        Column("quantity_alt", Kind.MONEY, ("quantityAlt",)),
        Column("quantity_alt_type", Kind.TEXT, ("quantityAltType",)),
        Column("amount_usd", Kind.MONEY, ("transactionAmountUSD",)),
    ),
    recognised_by=(("unearned_id",), ("reason",), ("transaction_on",)),
    month_column="transaction_on",
    facts={"ineligible": "ineligible_usage"},
)
