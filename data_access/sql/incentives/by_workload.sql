-- What is earned and what is still open, workload by workload?
-- **Grain:** workload. Reported and estimated money of the months shown; potential_usd is what headroom could still pay
-- within the caps as things stand (estimate). Money reported without a workload is a row without one.
with narrowed as (
    select *
    from workload_money
    where
        (
            potential_usd is not null
            or (($start is null or month >= $start) and ($end_before is null or month < $end_before))
        )
        and ($workloads is null or list_contains($workloads, workload))
),

summed as (
    select
        workload,
        cast(sum(reported_usd) as decimal(18, 2)) as reported_usd,
        cast(sum(estimated_usd) as decimal(18, 2)) as estimated_usd,
        cast(sum(potential_usd) as decimal(18, 2)) as potential_usd
    from narrowed
    group by workload
)

select
    workload,
    reported_usd,
    estimated_usd,
    potential_usd
from summed
where reported_usd > 0 or estimated_usd > 0 or potential_usd > 0
order by coalesce(potential_usd, 0) + coalesce(reported_usd, 0) desc, workload
