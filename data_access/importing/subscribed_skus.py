"""Microsoft Graph `subscribedSkus`: which licences does one tenant hold, bought from whomever?

Source: Microsoft Graph documentation, resource subscribedSku. JSON names no customer, so the import asks. Trials
count as seats in Graph; SKU names that say so are left out of paid units.
"""

from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="subscribed_skus",
    title="subscribedSkus (Microsoft Graph)",
    source="subscribedSkus",
    precedence=5,
    asks_tenant=True,
    columns=(
        Column("sku_part_number", Kind.TEXT, ("skuPartNumber",), is_key=True),
        Column("sku_id", Kind.TEXT, ("skuId",)),
        Column("status", Kind.TEXT, ("capabilityStatus",)),
        Column("seats", Kind.COUNT, ("prepaidUnits.enabled",), is_key=True),
        Column("plans", Kind.TEXT, ("servicePlans",)),
    ),
    recognised_by=(("sku_part_number",), ("seats",), ("plans",)),
    facts={"licence": "licences_skus", "sku_plan": "sku_plans_skus"},
)
