-- How far is each workload adopted at the largest customers?
-- Grain: tenant x workload, of the $most customers with most associated workload users.
with current_rows as (
    select s.tenant_id, v.name, s.workload, s.mau, s.pau, s.usage_share, s.is_associated
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    where
        s.is_current
        and ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
),

largest as (
    select
        tenant_id,
        row_number() over (
            order by sum(case when is_associated then mau end) desc nulls last, tenant_id
        ) as place
    from current_rows
    group by tenant_id
)

select
    c.tenant_id,
    c.name,
    c.workload,
    c.mau,
    c.pau,
    c.usage_share
from current_rows as c
inner join largest as l on c.tenant_id = l.tenant_id
where l.place <= $most
order by l.place, c.workload
