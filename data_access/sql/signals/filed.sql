-- Which workloads that usage calls unclaimed have a claim that was filed and is alive?
-- Grain: tenant x workload; claims of our registry, and of a claims list.
with alive as (
    select c.tenant_id, w.workload
    from registry.claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    inner join opportunity_reasons as r
        on c.tenant_id = r.tenant_id and w.workload = r.workload and r.signal = 'unclaimed'
    where c.state not in ('Draft', 'Rejected', 'Rejected final')
    union
    select tenant_id, workload
    from signal_filed
)

select a.tenant_id, a.workload
from alive as a
inner join visible_customers as v on a.tenant_id = v.tenant_id
