-- Which of a customer's workloads are ours, pending, or not claimed, and with how much headroom?
-- Grain: tenant x workload that a usage or licence file, or a claim of ours, names. headroom_units: paid units above
-- the highest monthly active users known; null where either is unknown.
with named as (
    select s.tenant_id, s.workload
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    union
    select a.tenant_id, a.workload
    from available as a
    inner join visible_customers as v on a.tenant_id = v.tenant_id
    union
    select w.tenant_id, w.workload
    from registry.claim_workloads as w
    inner join visible_customers as v on w.tenant_id = v.tenant_id
    where w.is_live
),

live as (
    select
        w.tenant_id,
        w.workload,
        max(w.claim_id) as claim_id,
        max(case when c.state = 'Approved' then w.claim_id end) as approved_claim_id
    from registry.claim_workloads as w
    inner join registry.claims as c on w.claim_id = c.claim_id
    where w.is_live
    group by w.tenant_id, w.workload
)

select
    n.tenant_id,
    v.name as customer_name,
    n.workload,
    case
        when s.is_associated and s.is_current then 'ours'
        when l.approved_claim_id is not null then 'ours'
        when l.claim_id is not null then 'pending'
        else 'not claimed'
    end as standing,
    coalesce(l.approved_claim_id, l.claim_id) as claim_id,
    s.mau,
    s.pau,
    a.seats,
    s.highest_mau,
    case when s.highest_mau is not null then greatest(0, coalesce(s.pau, a.seats) - s.highest_mau) end as headroom_units
from named as n
inner join visible_customers as v on n.tenant_id = v.tenant_id
left join series as s on n.tenant_id = s.tenant_id and n.workload = s.workload
left join available as a on n.tenant_id = a.tenant_id and n.workload = a.workload
left join live as l on n.tenant_id = l.tenant_id and n.workload = l.workload
where $workloads is null or list_contains($workloads, n.workload)
order by n.tenant_id asc, headroom_units desc nulls last, n.workload asc
