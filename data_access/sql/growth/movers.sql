-- Which customers moved most, and what moved in them?
-- Grain: tenant; change of associated workload users between two complete months, with the workload that moved most.
with bounds as (
    select
        max(case when is_complete and ($end_before is null or month < $end_before) then month end) as last_month
    from months
),

edges as (
    select
        b.last_month,
        greatest(
            coalesce($start, (b.last_month - to_months(1))::date),
            (select min(month) from months)
        ) as first_month
    from bounds as b
),

moved as (
    select
        l.tenant_id,
        v.name as customer_name,
        l.workload,
        max(case when l.month = e.first_month and l.is_associated then l.mau end) as mau_before,
        max(case when l.month = e.last_month and l.is_associated then l.mau end) as mau_after,
        max(case when l.month = e.last_month then l.associated_on end) as associated_on,
        max(case when l.month = e.first_month then l.pau end) as pau_before,
        max(case when l.month = e.last_month then l.pau end) as pau_after,
        max(e.first_month) as first_month
    from ledger as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    cross join edges as e
    where
        l.month in (e.first_month, e.last_month)
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
    group by l.tenant_id, v.name, l.workload
),

ranked as (
    select
        *,
        coalesce(mau_after, 0) - coalesce(mau_before, 0) as change_units,
        row_number() over (
            partition by tenant_id
            order by abs(coalesce(mau_after, 0) - coalesce(mau_before, 0)) desc, workload
        ) as place
    from moved
    where mau_before is not null or mau_after is not null
),

totals as (
    select
        tenant_id,
        customer_name,
        sum(mau_before) as mau_before,
        sum(mau_after) as mau_after,
        sum(change_units) as change_units,
        max(case when place = 1 then workload end) as workload,
        max(case when place = 1 then change_units end) as workload_change_units,
        max(case when place = 1 then case
            when mau_before is null and associated_on > first_month then 'newly associated'
            when mau_before is null then 'usage reported again'
            when mau_after is null then 'no usage reported'
            when pau_after > pau_before and change_units > 0 then 'more users on more licences'
            when pau_after < pau_before and change_units < 0 then 'fewer users on fewer licences'
            when change_units > 0 then 'more users on the same licences'
            else 'fewer users on the same licences'
        end end) as reason
    from ranked
    group by tenant_id, customer_name
),

placed as (
    select
        *,
        row_number() over (order by change_units desc, tenant_id) as place_up,
        row_number() over (order by change_units, tenant_id) as place_down
    from totals
)

select
    tenant_id,
    customer_name,
    mau_before::bigint as mau_before,
    mau_after::bigint as mau_after,
    change_units::bigint as change_units,
    workload,
    workload_change_units::bigint as workload_change_units,
    reason,
    e.first_month,
    e.last_month
from placed
cross join edges as e
where
    (place_up <= $most and change_units > 0)
    or (place_down <= $most and change_units < 0)
order by change_units desc, tenant_id
