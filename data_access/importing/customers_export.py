"""Partner Center "Customers": which customers and products does Insights know of us?

Source: Partner Center documentation, data definitions, "Customers and tenants". Its AvailableSeats is the seats of
a product; the column of the same name in Subscription details is a difference, so the two are told apart here.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="customers_export",
    title="Customers",
    source="Customers",
    precedence=7,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        s.DOMAIN,
        s.SEGMENT,
        s.COUNTRY,
        s.MONTH,
        Column("sku", Kind.TEXT, ("SKU",)),
        Column("raw_product", Kind.TEXT, ("RawProductName",)),
        Column("product", Kind.TEXT, ("Product",)),
        Column("customer_status", Kind.TEXT, ("CustomerStatus",)),
        Column("seats", Kind.COUNT, ("AvailableSeats",)),
        s.DUPLICATE,
    ),
    recognised_by=(
        ("tenant_id",),
        ("month",),
        ("domain", "customer_status"),
        ("sku", "raw_product", "product"),
    ),
    never_with=("SubscriptionId", "AvailableSeatsEOP"),
    facts={"customer": "customers_export", "licence": "licences_customers"},
)
