-- How much of the expected and the reported money does each cause explain?
-- Grain: cause. Counts tenant x workload x month x claim; a difference is reported - expected (estimate).
with narrowed as (
    select *
    from explained
    where
        ($start is null or month >= $start)
        and ($end_before is null or month < $end_before)
        and ($workloads is null or list_contains($workloads, workload))
        and ($locations is null or list_contains($locations, partner_id))
)

select
    n.cause,
    cast(sum(n.months_count) as bigint) as months_count,
    cast(sum(n.expected_usd) as decimal(18, 2)) as expected_usd,
    cast(sum(n.reported_usd) as decimal(18, 2)) as reported_usd,
    cast(sum(n.difference_usd) as decimal(18, 2)) as difference_usd
from narrowed as n
group by n.cause
order by case when n.cause = 'agrees' then 0 else 1 end, abs(sum(n.difference_usd)) desc, n.cause
