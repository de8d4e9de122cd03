-- Seats at the end of the period of every subscription; a churned one holds none, a trial or free one is not paid.
-- Grain: tenant x month x subscription x product; a subscription repeated per partner counts once.
select
    tenant_id,
    month,
    part_number as sku_key,
    sku as sku_name,
    coalesce(raw_product, reported_product) as product_name,
    max(case when lower(state) in ('churned', 'closed', 'expired') then 0 else seats end) as seats,
    not bool_or(
        regexp_matches(
            lower(concat_ws(' ', pricing, sku, raw_product, reported_product)),
            '\b(trial|free|viral|exploratory|developer|preview)\b'
        )
    ) as is_paid,
    subscription_id
from checked
where not coalesce(is_duplicate, false)
group by tenant_id, month, part_number, sku, coalesce(raw_product, reported_product), subscription_id
