-- Which workloads are used or paid for, and named as ours by no usage file?
-- Grain: tenant x workload. headroom_units: paid units above the highest monthly active users known; null where either
-- is unknown. Claims of our registry are asked later.
create table unclaimed_workloads as
with named as (
    select
        coalesce(s.tenant_id, a.tenant_id) as tenant_id,
        coalesce(s.workload, a.workload) as workload,
        coalesce(s.is_associated and s.is_current, false) as is_ours,
        s.mau,
        case
            when s.highest_mau is not null then greatest(0, coalesce(s.pau, a.seats) - s.highest_mau)
        end as headroom_units
    from series as s
    full outer join available as a on s.tenant_id = a.tenant_id and s.workload = a.workload
)

select
    n.tenant_id,
    c.group_id,
    n.workload,
    n.headroom_units
from named as n
inner join customers as c on n.tenant_id = c.tenant_id
where not n.is_ours and (n.mau > 0 or n.headroom_units > 0)
