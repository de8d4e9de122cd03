-- Which customers have delivered or paid workloads that nobody claims, most headroom first?
-- Grain: tenant, the $most first ones. workloads: codes in one text, separated by commas; customers_count: how many
-- there are in all.
with live as (
    select distinct tenant_id, workload
    from registry.claim_workloads
    where is_live
),

unclaimed as (
    select u.tenant_id, u.workload, u.headroom_units
    from unclaimed_workloads as u
    inner join visible_groups as g on u.group_id = g.group_id
    left join live as l on u.tenant_id = l.tenant_id and u.workload = l.workload
    where
        l.tenant_id is null
        and ($tenant is null or u.tenant_id = $tenant)
        and ($workloads is null or list_contains($workloads, u.workload))
),

summed as (
    select
        tenant_id,
        coalesce(sum(headroom_units), 0)::bigint as headroom_units,
        count(*) over () as customers_count
    from unclaimed
    group by tenant_id
),

most as (
    select *
    from summed
    order by headroom_units desc, tenant_id asc
    limit $most
)

select
    m.tenant_id,
    v.name as customer_name,
    string_agg(u.workload, ',' order by u.workload) as workloads,
    m.headroom_units,
    m.customers_count
from most as m
inner join unclaimed as u on m.tenant_id = u.tenant_id
inner join visible_customers as v on m.tenant_id = v.tenant_id
group by m.tenant_id, v.name, m.headroom_units, m.customers_count
order by m.headroom_units desc, m.tenant_id asc
