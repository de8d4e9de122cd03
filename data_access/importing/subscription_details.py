"""Partner Center "Subscription details": how many seats of which product does a customer hold, month by month?

Source: Partner Center documentation, data definitions, "Subscriptions". AvailableSeatsEOP is the level;
AvailableSeats is the difference to the month before and is never used.
"""

from data_access.importing import spellings as s
from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="subscription_details",
    title="Subscription details",
    source="Subscription details",
    precedence=6,
    columns=(
        s.TENANT,
        s.CUSTOMER_NAME,
        s.SEGMENT,
        s.COUNTRY,
        s.MONTH,
        Column("subscription_id", Kind.TEXT, ("SubscriptionId",), is_key=True),
        Column("state", Kind.TEXT, ("SubscriptionState",)),
        Column("part_number", Kind.TEXT, ("ProductPartNumber",)),
        Column("sku", Kind.TEXT, ("SKU",)),
        Column("raw_product", Kind.TEXT, ("RawProductName",)),
        Column("reported_product", Kind.TEXT, ("ReportingProductName",)),
        Column("pricing", Kind.TEXT, ("PricingLevel",)),
        Column("seats", Kind.COUNT, ("AvailableSeatsEOP",), is_key=True),
        s.DUPLICATE,
    ),
    recognised_by=(
        ("tenant_id",),
        ("month",),
        ("subscription_id",),
        ("seats",),
        ("sku", "raw_product", "reported_product", "part_number"),
    ),
    facts={"customer": "customers_of_subscriptions", "licence": "licences_subscriptions"},
)
