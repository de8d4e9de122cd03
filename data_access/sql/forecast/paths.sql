-- Where is each customer's workload in the coming months, and where would its plan take it?
-- **Grain:** tenant x workload x month ahead. Bands hold 80 %; the planned path is a scenario, never mixed in.
with ahead as (
    select
        p.tenant_id,
        v.name,
        p.workload,
        p.month,
        p.mau,
        p.mau_lo,
        p.mau_hi
    from forecast.paths as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    where $workloads is null or list_contains($workloads, p.workload)
)

select
    a.tenant_id,
    a.name,
    a.workload,
    a.month,
    round(a.mau)::bigint as forecast_mau,
    round(a.mau_lo)::bigint as low_mau,
    round(a.mau_hi)::bigint as high_mau,
    round(s.mau)::bigint as planned_mau,
    round(s.pau)::bigint as planned_pau,
    e.evidence,
    e.note
from ahead as a
left join forecast.planned as s on a.tenant_id = s.tenant_id and a.workload = s.workload and a.month = s.month
left join forecast.evidence as e on a.tenant_id = e.tenant_id and a.workload = e.workload
order by a.tenant_id, a.workload, a.month
