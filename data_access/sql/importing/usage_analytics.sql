-- Usage facts of Microsoft 365 usage analytics, without the total over all products and the month still running.
-- Grain: one row a record of the file.
select
    $tenant as tenant_id,
    cast(null as varchar) as customer_name,
    workload_name,
    month,
    mau,
    cast(null as bigint) as pau,
    enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    cast(null as varchar) as segment,
    cast(null as varchar) as country
from checked
where
    lower(workload_name) <> 'office 365'
    and (content_on is null or content_on >= last_day(month) or content_on < month)
