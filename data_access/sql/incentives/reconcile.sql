-- Do the totals on the page equal the files? Every distinct earning, matched and unmatched, adds up to the total.
-- Grain: part (matched, unknown_claim, unknown_tenant, total). Unknown customers count for viewers who see all.
with parts as (
    select
        case r.unmatched_by when 'tenant' then 'unknown_tenant' when 'claim' then 'unknown_claim' else 'matched' end
            as part,
        r.earning_id,
        r.amount_usd
    from reported as r
    left join visible_groups as g on r.group_id = g.group_id
    where
        ((g.group_id is not null and ($tenant is null or r.tenant_id = $tenant)) or (
            r.unmatched_by = 'tenant'
            and $sees_all
            and $tenant is null
            and $segments is null
            and $countries is null
            and $managers is null
        ))
        and ($start is null or r.month >= $start)
        and ($end_before is null or r.month < $end_before)
        and ($workloads is null or list_contains($workloads, r.workload))
        and ($locations is null or list_contains($locations, r.partner_id))
),

every as (
    select part, earning_id, amount_usd from parts
    union all
    select 'total', earning_id, amount_usd from parts
)

select
    part,
    count(*) as earnings_count,
    count(amount_usd) as in_usd_count,
    cast(coalesce(sum(amount_usd), 0) as decimal(18, 2)) as amount_usd
from every
group by part
order by case when part = 'total' then 1 else 0 end, part
