-- Which customers moved most, and what moved in them?
-- Grain: tenant; change of associated workload users between two complete months, with the workload that moved most.
-- The months are those of growth/edges.
-- The few customers wanted are found first (growth/moved_most): a fifth of the time at 1.8 M facts.
with moved as (
    select
        l.tenant_id,
        v.name,
        l.workload,
        max(case when s.side = -1 and l.is_associated then l.mau end) as mau_before,
        max(case when s.side = 1 and l.is_associated then l.mau end) as mau_after,
        max(case when s.side = 1 then l.associated_on end) as associated_on,
        max(case when s.side = -1 then l.pau end) as pau_before,
        max(case when s.side = 1 then l.pau end) as pau_after,
        max(case when s.side = 1 then 1 end) as is_reported_after
    from ledger as l
    inner join moved_most as c on l.tenant_id = c.tenant_id
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    inner join sides as s on l.month = s.month
    where
        ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
    group by l.tenant_id, v.name, l.workload
),

ranked as (
    select
        *,
        coalesce(mau_after, 0) - coalesce(mau_before, 0) as mau_change,
        sum(coalesce(mau_after, 0) - coalesce(mau_before, 0)) over (partition by tenant_id) as tenant_change
    from moved
    where mau_before is not null or mau_after is not null
),

placed_workloads as (
    select
        *,
        row_number() over (
            partition by tenant_id
            order by case when tenant_change < 0 then -mau_change else mau_change end desc, workload
        ) as place
    from ranked
),

totals as (
    select
        tenant_id,
        name,
        sum(mau_before) as mau_before,
        sum(mau_after) as mau_after,
        sum(mau_change) as mau_change,
        max(case when place = 1 then workload end) as workload,
        max(case when place = 1 then mau_change end) as workload_mau_change,
        max(case when place = 1 then case
            when mau_before is null and associated_on > e.first_month then 'newly associated'
            when mau_before is null then 'usage reported again'
            when mau_after is null and is_reported_after = 1 then 'no longer associated'
            when mau_after is null then 'no usage reported'
            else
                case when mau_change > 0 then 'more users' else 'fewer users' end
                || case
                    when pau_after > pau_before then ' on more licences'
                    when pau_after < pau_before then ' on fewer licences'
                    when pau_after = pau_before then ' on the same licences'
                    else ''
                end
        end end) as reason
    from placed_workloads
    cross join edges as e
    group by tenant_id, name
),

placed as (
    select
        *,
        row_number() over (order by mau_change desc, tenant_id asc) as place_up,
        row_number() over (order by mau_change, tenant_id) as place_down
    from totals
)

select
    tenant_id,
    name,
    mau_before::bigint as mau_before,
    mau_after::bigint as mau_after,
    mau_change::bigint as mau_change,
    workload,
    workload_mau_change::bigint as workload_mau_change,
    reason,
    e.first_month,
    e.last_month
from placed
cross join edges as e
where
    (place_up <= $most and mau_change > 0)
    or (place_down <= $most and mau_change < 0)
order by mau_change desc, tenant_id asc
