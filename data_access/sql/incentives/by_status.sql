-- How much of the reported money is earned, upcoming, paid, held or lost, in USD and in its own currency?
-- Grain: status group x payment status x currency. Money of customers no file knows counts, for viewers who see all.
with told as (
    select
        month,
        workload,
        group_id,
        partner_id,
        status_group,
        payment_status,
        currency,
        earnings_count,
        amount,
        amount_usd
    from reported_by_group
    where $tenant is null
    union all
    select
        r.month,
        r.workload,
        r.group_id,
        r.partner_id,
        r.status_group,
        r.payment_status,
        r.currency,
        1,
        r.amount,
        r.amount_usd
    from reported as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
    where $tenant is not null
)

select
    t.status_group,
    t.payment_status,
    t.currency,
    cast(sum(t.earnings_count) as bigint) as earnings_count,
    cast(sum(t.amount) as decimal(18, 2)) as amount,
    cast(sum(t.amount_usd) as decimal(18, 2)) as amount_usd
from told as t
left join visible_groups as g on t.group_id = g.group_id
where
    (g.group_id is not null or (
        t.group_id is null
        and $sees_all
        and $segments is null
        and $countries is null
        and $managers is null
    ))
    and ($start is null or t.month >= $start)
    and ($end_before is null or t.month < $end_before)
    and ($workloads is null or list_contains($workloads, t.workload))
    and ($locations is null or list_contains($locations, t.partner_id))
group by t.status_group, t.payment_status, t.currency
order by
    case t.status_group
        when 'earned' then 1 when 'upcoming' then 2 when 'paid' then 3 when 'held' then 4 when 'lost' then 5 else 6
    end,
    t.payment_status,
    t.currency
