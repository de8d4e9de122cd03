-- What was estimated and what was reported, month by month?
-- Grain: month x slice. Estimates by the rules in force; reported money of customers no file knows counts as slice
-- Unknown customer, for viewers who see all customers and have not narrowed them.
with estimated as (
    select month, workload, group_id, partner_id, payable_usd, milestone_usd, estimated_usd, is_illustrative
    from incentive_by_group
    where $tenant is null
    union all
    select
        i.month,
        i.workload,
        i.group_id,
        i.partner_id,
        case when i.family = 'growth' then i.payable_usd end,
        i.milestone_usd,
        i.estimated_usd,
        i.is_illustrative
    from incentive_ledger as i
    inner join visible_customers as v on i.tenant_id = v.tenant_id
    where i.tenant_id = $tenant
),

told as (
    select month, workload, group_id, partner_id, amount_usd
    from reported_by_group
    where $tenant is null
    union all
    select r.month, r.workload, r.group_id, r.partner_id, r.amount_usd
    from reported as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
    where r.tenant_id = $tenant
),

every as (
    select
        month,
        workload,
        group_id,
        partner_id,
        payable_usd,
        milestone_usd,
        estimated_usd,
        null as reported_usd,
        is_illustrative
    from estimated
    union all
    select month, workload, group_id, partner_id, null, null, null, amount_usd, null
    from told
)

select
    e.month,
    case
        when $slice_by = 'workload' then e.workload
        when $slice_by = 'all' then 'All'
        when g.group_id is null then 'Unknown customer'
        when $slice_by = 'segment' then g.segment
        when $slice_by = 'country' then g.country
        when $slice_by = 'account_manager' then coalesce(g.account_manager, 'Nobody named')
        when $slice_by = 'team' then coalesce(g.team, 'No team')
        when $slice_by = 'location' then coalesce(e.partner_id, 'Unknown')
    end as slice,
    cast(sum(e.payable_usd) as decimal(18, 2)) as growth_usd,
    cast(sum(e.milestone_usd) as decimal(18, 2)) as milestone_usd,
    cast(sum(e.estimated_usd) as decimal(18, 2)) as estimated_usd,
    cast(sum(e.reported_usd) as decimal(18, 2)) as reported_usd,
    bool_or(e.is_illustrative) as is_illustrative
from every as e
left join visible_groups as g on e.group_id = g.group_id
where
    (g.group_id is not null or (
        e.group_id is null
        and $sees_all
        and $segments is null
        and $countries is null
        and $managers is null
    ))
    and ($start is null or e.month >= $start)
    and ($end_before is null or e.month < $end_before)
    and ($workloads is null or list_contains($workloads, e.workload))
    and ($locations is null or list_contains($locations, e.partner_id))
group by 1, 2
order by 1, 2
