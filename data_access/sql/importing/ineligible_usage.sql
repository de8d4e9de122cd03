-- Usage that earned nothing; a row of a top parent has no tenant.
-- Grain: one row a record of the file.
select
    unearned_id,
    tenant_id,
    customer_name,
    workload_name,
    transaction_on,
    reason,
    case when upper(quantity_type) = 'MAU' then cast(quantity as bigint) end as mau,
    case when upper(quantity_alt_type) = 'PAU' then cast(quantity_alt as bigint) end as pau,
    cast(amount_usd as decimal(18, 2)) as amount_usd,
    engagement
from checked
