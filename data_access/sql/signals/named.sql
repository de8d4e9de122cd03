-- Which workloads may be more than what usage says, because a claim or somebody's work names them?
-- Grain: tenant x workload, few of them: those that a claims list names are known since the import, those of our own
-- registry are looked up. How each stands and its ready line; line_no is null where no situation of usage holds.
with ours as (
    select c.tenant_id, w.workload
    from registry.claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    union
    select tenant_id, workload
    from registry.opportunity_status
),

ours_alone as (
    select o.tenant_id, o.workload
    from ours as o
    left join signal_claim_lines as n on o.tenant_id = n.tenant_id and o.workload = n.workload
    where n.tenant_id is null
),

every as (
    select n.*, true as is_listed
    from signal_claim_lines as n
    union all
    select
        o.tenant_id,
        o.workload,
        w.partner_id,
        w.mau,
        w.pau,
        w.mark,
        w.mau_3,
        w.pau_3,
        coalesce(w.is_illustrative, false) as is_illustrative,
        l.line_no,
        l.signal,
        l.signals,
        l.value_usd,
        l.expected_usd,
        false as is_listed
    from ours_alone as o
    left join opportunity_worth as w on o.tenant_id = w.tenant_id and o.workload = w.workload
    left join opportunity_lines as l on o.tenant_id = l.tenant_id and o.workload = l.workload
)

select
    e.*,
    v.name,
    v.segment,
    v.account_manager_id,
    v.account_manager,
    v.team
from every as e
inner join visible_customers as v on e.tenant_id = v.tenant_id
where
    ($workloads is null or list_contains($workloads, e.workload))
    and ($locations is null or list_contains($locations, e.partner_id))
