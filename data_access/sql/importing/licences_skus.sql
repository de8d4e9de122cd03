-- Licences of one tenant as Graph counts them; trials and free products, known by their names, are not paid.
-- Grain: SKU.
select
    $tenant as tenant_id,
    cast(date_trunc('month', $as_of) as date) as month,
    lower(sku_id) as sku_key,
    sku_part_number as sku_name,
    case when lower(coalesce(status, 'enabled')) in ('enabled', 'warning') then seats else 0 end as seats,
    not regexp_matches(
        upper(sku_part_number), 'TRIAL|FREE|VIRAL|EXPLORATORY|ADHOC|_IW$|DEVELOPERPACK|_DEV$|PREVIEW|PRIVPREV'
    ) as is_paid,
    coalesce(lower(sku_id), sku_part_number) as subscription_id
from checked
