-- Paid licences per workload, from licence files: what could be used, claimed or not.
-- Grain: tenant x workload (latest month of the tenant's newest licence import). No row for a tenant = unknown.
create table available as
with ranked as (
    select
        *,
        max(import_rank) over (partition by tenant_id) as newest_rank
    from licence_rows
    where is_paid and seats is not null
),

newest as (
    select tenant_id, sku_key, seats, month
    from (
        select *, max(month) over (partition by tenant_id) as newest_month
        from ranked
        where import_rank = newest_rank
    )
    where month is not distinct from newest_month
),

sku_workloads as (
    select distinct s.sku_key, p.workload
    from (
        select lower(trim(sku_name)) as sku_key, plan_name from sku_plan_rows
        union
        select lower(trim(sku_part_number)), plan_name from sku_plan_rows
        union
        select lower(trim(sku_id)), plan_name from sku_plan_rows
    ) as s
    inner join plan_workloads as p on upper(s.plan_name) = p.plan_name
)

select n.tenant_id, w.workload, sum(n.seats)::bigint as seats, max(n.month) as month
from newest as n
inner join sku_workloads as w on lower(trim(n.sku_key)) = w.sku_key
group by n.tenant_id, w.workload
