-- Usage facts of Teams monthly usage: active users only.
-- Grain: one row a record of the file.
select
    tenant_id,
    customer_name,
    workload_name,
    month,
    mau,
    cast(null as bigint) as pau,
    cast(null as bigint) as enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    segment,
    country
from checked
