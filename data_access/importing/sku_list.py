"""Microsoft's "Product names and service plan identifiers": which service plans does a product contain?

Source: the licensing reference list; its header and encoding changed over the years ("String_ Id", cp1252).
"""

from data_access.importing.kinds import Kind
from data_access.importing.layout import Column, Layout

LAYOUT = Layout(
    code="sku_list",
    title="Product names and service plan identifiers",
    columns=(
        Column("sku_name", Kind.TEXT, ("Product_Display_Name",)),
        Column("sku_part_number", Kind.TEXT, ("String_Id",), is_key=True),
        Column("sku_id", Kind.TEXT, ("GUID",)),
        Column("plan_name", Kind.TEXT, ("Service_Plan_Name",), is_key=True),
    ),
    recognised_by=(("sku_part_number",), ("plan_name",)),
    facts={"sku_plan": "sku_plans_list"},
)
