-- Which workloads have a claim that was filed and is alive, in our registry or in a claims list?
-- Grain: tenant x workload.
with alive as (
    select c.tenant_id, w.workload
    from registry.claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    where c.state not in ('Draft', 'Rejected', 'Rejected final')
    union
    select tenant_id, workload
    from claim_list
    where status not in ('Draft', 'Rejected', 'Rejected final')
)

select a.tenant_id, a.workload
from alive as a
inner join visible_customers as v on a.tenant_id = v.tenant_id
