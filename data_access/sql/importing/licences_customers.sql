-- Seats of the Customers export, which has no subscriptions.
-- Grain: tenant x month x product; a product repeated per partner counts once.
select
    tenant_id,
    month,
    sku as sku_key,
    coalesce(raw_product, sku) as sku_name,
    max(case when lower(customer_status) = 'inactive' then 0 else seats end) as seats,
    not regexp_matches(
        lower(concat_ws(' ', sku, raw_product)), '\b(trial|free|viral|exploratory|developer|preview)\b'
    ) as is_paid,
    coalesce(sku, raw_product) as subscription_id
from checked
where seats is not null and coalesce(sku, raw_product) is not null and not coalesce(is_duplicate, false)
group by tenant_id, month, sku, raw_product
