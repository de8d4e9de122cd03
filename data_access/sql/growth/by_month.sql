-- How do associated workload users, paid units, usage share and new units move?
-- Grain: month x slice. Months some source has not delivered yet are marked, and left out of deltas.
-- A user of two workloads counts twice: workload users, not people. new_units is unknown where no row knows it.
with narrowed as (
    select
        b.month,
        case $slice_by
            when 'workload' then b.workload
            when 'segment' then b.segment
            when 'country' then b.country
            when 'account_manager' then coalesce(b.account_manager, 'Nobody named')
            when 'team' then coalesce(b.team, 'No team')
            when 'location' then coalesce(b.partner_id, 'Unknown')
            else 'All'
        end as slice,
        b.mau,
        b.pau,
        b.share_mau,
        b.share_pau,
        b.new_units,
        b.new_units_known_count
    from monthly as b
    where
        b.is_associated
        and ($start is null or b.month >= $start)
        and ($end_before is null or b.month < $end_before)
        and ($workloads is null or list_contains($workloads, b.workload))
        and ($locations is null or list_contains($locations, b.partner_id))
)

select
    n.month,
    n.slice,
    sum(n.mau)::bigint as mau,
    sum(n.pau)::bigint as pau,
    sum(n.share_mau)::double / nullif(sum(n.share_pau), 0) as usage_share,
    case when sum(n.new_units_known_count) > 0 then sum(n.new_units)::bigint end as new_units,
    m.is_complete
from narrowed as n
inner join months as m on n.month = m.month
group by n.month, n.slice, m.is_complete
order by n.month, n.slice
