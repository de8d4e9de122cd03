-- Every service plan any SKU list or tenant names.
-- Grain: service plan.
select distinct upper(plan_name) as plan_name from sku_plan_rows where plan_name is not null
