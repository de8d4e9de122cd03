-- Usage facts of the Teams user detail: users counted by their last activity within 28 days of the refresh date.
-- Grain: refresh date; deleted users do not count.
select
    $tenant as tenant_id,
    cast(null as varchar) as customer_name,
    'Teams' as workload_name,
    cast(date_trunc('month', refreshed_on) as date) as month,
    count(*) filter (where last_on between refreshed_on - 27 and refreshed_on) as mau,
    cast(null as bigint) as pau,
    case when count(is_licensed) > 0 then count(*) filter (where is_licensed) end as enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    cast(null as varchar) as segment,
    cast(null as varchar) as country
from checked
where not coalesce(is_deleted, false)
group by refreshed_on
