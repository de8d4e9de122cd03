-- How do associated workload users, paid units, usage share and new units move?
-- Grain: month x slice. Months some source has not delivered yet are marked, and left out of deltas.
-- A user of two workloads counts twice: workload users, not people. new_units is unknown where no row knows it.
-- Over the whole book, unless split by what tells customers apart, hundreds of rows are read.
with grouped as (
    select segment, country, account_manager, team, group_id
    from narrowed_groups
    union all
    select g.segment, g.country, g.account_manager, g.team, g.group_id
    from visible_groups as g
    cross join whole_book
    where $slice_by not in ('all', 'workload', 'location')
),

rolled_up as (
    select
        b.month,
        b.workload,
        b.partner_id,
        b.is_associated,
        b.mau,
        b.pau,
        b.share_mau,
        b.share_pau,
        b.new_units,
        b.new_units_known_count,
        null as segment,
        null as country,
        null as account_manager,
        null as team
    from book_months as b
    cross join whole_book
    where $slice_by in ('all', 'workload', 'location')
    union all
    select
        b.month,
        b.workload,
        b.partner_id,
        b.is_associated,
        b.mau,
        b.pau,
        b.share_mau,
        b.share_pau,
        b.new_units,
        b.new_units_known_count,
        g.segment,
        g.country,
        g.account_manager,
        g.team
    from by_group as b
    inner join grouped as g on b.group_id = g.group_id
    where $tenant is null
    union all
    select
        l.month,
        l.workload,
        l.partner_id,
        l.is_associated,
        l.mau,
        l.pau,
        case when l.mau is not null and l.pau > 0 then l.mau end,
        case when l.mau is not null and l.pau > 0 then l.pau end,
        l.new_units,
        case when l.new_units is not null then 1 else 0 end,
        v.segment,
        v.country,
        v.account_manager,
        v.team
    from ledger as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    where $tenant is not null
),

narrowed as (
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
    from rolled_up as b
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
