-- The service plans inside each product, as Microsoft's reference list has them.
-- Grain: SKU x service plan.
select distinct
    sku_name,
    sku_part_number,
    lower(sku_id) as sku_id,
    plan_name
from checked
