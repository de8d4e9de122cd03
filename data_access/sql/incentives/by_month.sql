-- What was estimated and what was reported, month by month?
-- Grain: month x slice. Estimates by the rules in force; reported money of customers no file knows counts as slice
-- Unknown customer, for viewers who see all customers and have not narrowed them.
with narrowed as (
    select
        month,
        case $slice_by
            when 'workload' then workload
            when 'segment' then segment
            when 'country' then country
            when 'account_manager' then account_manager
            when 'team' then team
            when 'location' then coalesce(partner_id, 'Unknown')
            else 'All'
        end as slice,
        growth_usd,
        milestone_usd,
        estimated_usd,
        reported_usd,
        is_illustrative
    from money
    where
        ($start is null or month >= $start)
        and ($end_before is null or month < $end_before)
        and ($workloads is null or list_contains($workloads, workload))
        and ($locations is null or list_contains($locations, partner_id))
)

select
    month,
    slice,
    cast(sum(growth_usd) as decimal(18, 2)) as growth_usd,
    cast(sum(milestone_usd) as decimal(18, 2)) as milestone_usd,
    cast(sum(estimated_usd) as decimal(18, 2)) as estimated_usd,
    cast(sum(reported_usd) as decimal(18, 2)) as reported_usd,
    bool_or(is_illustrative) as is_illustrative
from narrowed
group by month, slice
order by month, slice
