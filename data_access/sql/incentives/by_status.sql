-- How much of the reported money is earned, upcoming, paid, held or lost, in USD and in its own currency?
-- Grain: status group x payment status x currency. Money of customers no file knows counts, for viewers who see all.
with narrowed as (
    select *
    from told
    where
        ($start is null or month >= $start)
        and ($end_before is null or month < $end_before)
        and ($workloads is null or list_contains($workloads, workload))
        and ($locations is null or list_contains($locations, partner_id))
)

select
    t.status_group,
    t.payment_status,
    t.currency,
    cast(sum(t.earnings_count) as bigint) as earnings_count,
    cast(sum(t.amount) as decimal(18, 2)) as amount,
    cast(sum(t.amount_usd) as decimal(18, 2)) as amount_usd
from narrowed as t
group by t.status_group, t.payment_status, t.currency
order by
    case t.status_group
        when 'earned' then 1 when 'upcoming' then 2 when 'paid' then 3 when 'held' then 4 when 'lost' then 5 else 6
    end,
    t.payment_status,
    t.currency
