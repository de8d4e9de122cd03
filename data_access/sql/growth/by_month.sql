-- How do associated workload users, paid units, usage share and new units move?
-- Grain: month x slice. Months some source has not delivered yet are marked, and left out of deltas.
-- A user of two workloads counts twice: workload users, not people. new_units is unknown where no row knows it.
with rolled_up as (
    select
        month,
        workload,
        group_id,
        partner_id,
        is_associated,
        mau,
        pau,
        share_mau,
        share_pau,
        new_units,
        new_units_known_count
    from by_group
    where $tenant is null
    union all
    select
        l.month,
        l.workload,
        l.group_id,
        l.partner_id,
        l.is_associated,
        l.mau,
        l.pau,
        case when l.mau is not null and l.pau > 0 then l.mau end,
        case when l.mau is not null and l.pau > 0 then l.pau end,
        l.new_units,
        case when l.new_units is not null then 1 else 0 end
    from ledger as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    where $tenant is not null
),

narrowed as (
    select
        b.month,
        case $slice_by
            when 'workload' then b.workload
            when 'segment' then g.segment
            when 'country' then g.country
            when 'account_manager' then coalesce(g.account_manager, 'Nobody named')
            when 'team' then coalesce(g.team, 'No team')
            when 'location' then coalesce(b.partner_id, 'Unknown')
            else 'All'
        end as slice,
        b.mau,
        b.pau,
        b.share_mau,
        b.share_pau,
        b.new_units,
        b.new_units_known_count
    from rolled_up as b
    inner join visible_groups as g on b.group_id = g.group_id
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
