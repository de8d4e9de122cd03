-- Paid licences per workload, from licence files: what could be used, claimed or not.
-- Grain: tenant x workload, in the newest month a tenant's licence source speaks of. No row for a tenant = unknown.
-- One source counts for a tenant: the one with the newest as-of date; on a tie the tenant's own list (subscribedSkus),
-- then Subscription details, then Customers. Seats count once for each workload their product's service plans give.
create table available as
with licences as (
    select
        l.tenant_id,
        l.month,
        coalesce(l.subscription_id, l.sku_key, l.sku_name) as licence_id,
        lower(trim(l.sku_key)) as sku_key,
        lower(trim(l.sku_name)) as sku_name,
        l.seats,
        l.is_paid,
        i.format,
        max(i.as_of_on) over (partition by l.tenant_id, i.format) as as_of_on,
        row_number() over (
            partition by l.tenant_id, i.format, l.month, l.subscription_id, l.sku_key, l.sku_name
            order by l.import_rank desc, l.import_seq desc
        ) as place
    from licence_rows as l
    inner join imports_live as i on l.import_seq = i.import_seq
),

sourced as (
    select
        *,
        dense_rank() over (
            partition by tenant_id
            order by
                as_of_on desc,
                case format when 'subscribed_skus' then 1 when 'subscription_details' then 2 else 3 end
        ) as source_place,
        max(month) over (partition by tenant_id, format) as newest_month
    from licences
    where place = 1
),

held as (
    select tenant_id, licence_id, month, sku_key, sku_name, seats
    from sourced
    where source_place = 1 and month = newest_month and is_paid and seats is not null
),

sku_workloads as (
    select distinct s.sku, p.workload
    from (
        select lower(trim(sku_name)) as sku, upper(trim(plan_name)) as plan_name from sku_plan_rows
        union
        select lower(trim(sku_part_number)), upper(trim(plan_name)) from sku_plan_rows
        union
        select lower(trim(sku_id)), upper(trim(plan_name)) from sku_plan_rows
    ) as s
    inner join plan_workloads as p on s.plan_name = p.plan_name
),

given as (
    select h.tenant_id, h.licence_id, h.month, w.workload, h.seats
    from held as h
    inner join sku_workloads as w on h.sku_key = w.sku
    union
    select h.tenant_id, h.licence_id, h.month, w.workload, h.seats
    from held as h
    inner join sku_workloads as w on h.sku_name = w.sku
)

select
    tenant_id,
    workload,
    sum(seats)::bigint as seats,
    max(month) as month
from (
    select tenant_id, licence_id, workload, max(month) as month, max(seats) as seats
    from given
    group by tenant_id, licence_id, workload
) as given_once
group by tenant_id, workload
