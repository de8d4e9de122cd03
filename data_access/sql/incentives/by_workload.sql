-- What is earned and what is still open, workload by workload?
-- **Grain:** workload. Reported and estimated money of the months shown; potential_usd is what headroom could still pay
-- within the caps as things stand (estimate).
with reported_money as (
    select r.workload, sum(r.amount_usd) as reported_usd
    from reported as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
    where
        ($start is null or r.month >= $start)
        and ($end_before is null or r.month < $end_before)
    group by r.workload
),

estimated_money as (
    select b.workload, sum(b.estimated_usd) as estimated_usd
    from (
        select month, workload, group_id, estimated_usd
        from incentive_by_group
        where $tenant is null
        union all
        select l.month, l.workload, l.group_id, l.estimated_usd
        from incentive_ledger as l
        inner join visible_customers as v on l.tenant_id = v.tenant_id
        where l.tenant_id = $tenant
    ) as b
    inner join visible_groups as g on b.group_id = g.group_id
    where
        ($start is null or b.month >= $start)
        and ($end_before is null or b.month < $end_before)
    group by b.workload
),

open_money as (
    select p.workload, sum(p.remaining_usd) as potential_usd
    from incentive_position as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    where p.is_associated and p.is_current
    group by p.workload
),

named as (
    select workload from reported_money
    union
    select workload from estimated_money
    union
    select workload from open_money
)

select
    n.workload,
    cast(r.reported_usd as decimal(18, 2)) as reported_usd,
    cast(e.estimated_usd as decimal(18, 2)) as estimated_usd,
    cast(o.potential_usd as decimal(18, 2)) as potential_usd
from named as n
left join reported_money as r on n.workload = r.workload
left join estimated_money as e on n.workload = e.workload
left join open_money as o on n.workload = o.workload
where
    ($workloads is null or list_contains($workloads, n.workload))
    and (r.reported_usd > 0 or e.estimated_usd > 0 or o.potential_usd > 0)
order by coalesce(o.potential_usd, 0) + coalesce(r.reported_usd, 0) desc, n.workload
