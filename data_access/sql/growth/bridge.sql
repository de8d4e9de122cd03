-- Why did associated workload users change? Opening plus what came, minus what went, is closing, exactly.
-- Grain: month. The first month of all data has no opening of its own: what stands there opens the next.
with steps as (
    select
        b.month,
        sum(b.opening) as begun,
        sum(b.newly_associated) as newly_associated,
        sum(b.expansion) as expansion,
        sum(b.contraction) as contraction,
        sum(b.lost) as lost
    from moves as b
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
