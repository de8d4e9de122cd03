-- Why did associated workload users change? Opening plus what came, minus what went, is closing, exactly.
-- Grain: month. The first month of all data has no opening of its own: what stands there opens the next.
with rolled_up as (
    select b.month, b.workload, b.partner_id, b.opening, b.newly_associated, b.expansion, b.contraction, b.lost
    from book_bridge as b
    cross join whole_book
    union all
    select b.month, b.workload, b.partner_id, b.opening, b.newly_associated, b.expansion, b.contraction, b.lost
    from bridge_by_group as b
    inner join narrowed_groups as g on b.group_id = g.group_id
    where $tenant is null
    union all
    select
        c.month,
        c.workload,
        c.partner_id,
        case when c.change_kind = 'opening' then c.change_users else 0 end,
        case when c.change_kind = 'newly_associated' then c.change_users else 0 end,
        case when c.change_kind = 'expansion' then c.change_users else 0 end,
        case when c.change_kind = 'contraction' then c.change_users else 0 end,
        0
    from ledger as c
    inner join visible_customers as v on c.tenant_id = v.tenant_id
    where $tenant is not null and c.change_kind is not null
    union all
    select g.month, g.workload, g.partner_id, 0, 0, 0, 0, g.users
    from lost as g
    inner join visible_customers as v on g.tenant_id = v.tenant_id
    where $tenant is not null
),

steps as (
    select
        b.month,
        sum(b.opening) as begun,
        sum(b.newly_associated) as newly_associated,
        sum(b.expansion) as expansion,
        sum(b.contraction) as contraction,
        sum(b.lost) as lost
    from rolled_up as b
    where
        ($workloads is null or list_contains($workloads, b.workload))
        and ($locations is null or list_contains($locations, b.partner_id))
    group by b.month
),

every_month as (
    select
        m.month,
        m.is_complete,
        coalesce(s.begun, 0) as begun,
        coalesce(s.newly_associated, 0) as newly_associated,
        coalesce(s.expansion, 0) as expansion,
        coalesce(s.contraction, 0) as contraction,
        coalesce(s.lost, 0) as lost
    from months as m
    left join steps as s on m.month = s.month
),

summed as (
    select
        *,
        sum(begun + newly_associated + expansion - contraction - lost) over (
            order by month rows unbounded preceding
        ) as closing
    from every_month
)

select
    month,
    (closing - newly_associated - expansion + contraction + lost)::bigint as opening,
    newly_associated::bigint as newly_associated,
    expansion::bigint as expansion,
    contraction::bigint as contraction,
    lost::bigint as lost,
    closing::bigint as closing
from summed
where
    is_complete
    and ($start is null or month >= $start)
    and ($end_before is null or month < $end_before)
order by month
