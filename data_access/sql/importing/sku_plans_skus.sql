-- The service plans inside each product of one tenant.
-- Grain: SKU x service plan.
select
    cast(null as varchar) as sku_name,
    sku_part_number,
    lower(sku_id) as sku_id,
    plan.name as plan_name
from checked
cross join unnest(string_split(plans, '+')) as plan (name)
where plan.name <> ''
