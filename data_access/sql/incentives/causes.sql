-- How much of the expected and the reported money does each cause explain?
-- Grain: cause. Counts tenant x workload x month x claim; a difference is reported - expected (estimate).
with narrowed as (
    select d.cause, d.expected_usd, d.reported_usd, d.difference_usd
    from incentive_differences as d
    inner join visible_customers as v on d.tenant_id = v.tenant_id
    where
        ($start is null or d.month >= $start)
        and ($end_before is null or d.month < $end_before)
        and ($workloads is null or list_contains($workloads, d.workload))
        and ($locations is null or list_contains($locations, d.partner_id))
)

select
    cause,
    count(*) as months_count,
    cast(sum(expected_usd) as decimal(18, 2)) as expected_usd,
    cast(sum(reported_usd) as decimal(18, 2)) as reported_usd,
    cast(sum(difference_usd) as decimal(18, 2)) as difference_usd
from narrowed
group by cause
order by case when cause = 'agrees' then 0 else 1 end, abs(sum(difference_usd)) desc, cause
