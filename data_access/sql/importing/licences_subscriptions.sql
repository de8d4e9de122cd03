-- Seats at the end of the period of every subscription; a churned one holds none, a trial or free one is not paid.
-- Grain: tenant x month x subscription x name of its product; one repeated per partner counts once.
with named as (
    select
        tenant_id,
        month,
        subscription_id,
        part_number,
        name.of_product as sku_name,
        case when lower(state) in ('churned', 'closed', 'expired') then 0 else seats end as seats,
        regexp_matches(
            lower(concat_ws(' ', pricing, sku, raw_product, reported_product)),
            '\b(trial|free|viral|exploratory|developer|preview)\b'
        ) as is_free
    from checked
    cross join unnest(list_distinct([sku, raw_product, reported_product])) as name (of_product)
    where not coalesce(is_duplicate, false)
)

select
    tenant_id,
    month,
    part_number as sku_key,
    sku_name,
    max(seats) as seats,
    not bool_or(is_free) as is_paid,
    subscription_id
from named
group by tenant_id, month, part_number, sku_name, subscription_id
