-- Which customers have open opportunities, and what are they worth?
-- Grain: tenant with at least one open line; signal is the one that promises most.
with opened as (
    select *
    from standing
    where status not in ('won', 'dismissed') and tenant_id in (select tenant_id from visible_customers)
),

summed as (
    select
        tenant_id,
        max(name) as name,
        count(*) as open_count,
        cast(sum(value_usd) as decimal(18, 2)) as value_usd,
        sum(expected_usd) as expected_usd,
        min(place) as place
    from opened
    group by tenant_id
)

select
    s.tenant_id,
    s.name,
    s.open_count,
    s.value_usd,
    s.expected_usd,
    o.signal,
    o.workload
from summed as s
inner join opened as o on s.place = o.place
order by s.expected_usd desc nulls last, s.value_usd desc nulls last, s.tenant_id asc
