-- Which claims have a clock that may ask for somebody here?
-- Grain: claim. Only states with a clock; days left depend on today and a calendar, so they are counted afterwards.
with held as (
    select
        claim_id,
        string_agg(workload, ',' order by workload) as workloads,
        count(*) as workloads_count
    from registry.claim_workloads
    group by claim_id
)

select
    c.claim_id,
    c.claim_name,
    c.tenant_id,
    c.customer_name,
    c.account_manager_id,
    c.account_manager,
    c.location_id,
    w.workloads,
    c.state,
    c.state_since_on,
    c.filed_on,
    c.agreement_on,
    c.submitted_on,
    c.approved_on,
    c.rejected_on,
    c.was_disputed
from seen_claims as c
inner join held as w on c.claim_id = w.claim_id
where c.state <> 'Rejected final'
order by c.claim_id
