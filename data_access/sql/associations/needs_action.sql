-- Which claims have a clock that may ask for somebody here?
-- Grain: claim. Only states with a clock; days left depend on today and a calendar, so they are counted afterwards.
-- Claims on tenants that no file knows are seen by executives and admins, while nothing narrows to customers.
with seen_claims as (
    select
        c.*,
        v.name as customer_name,
        v.account_manager_id,
        v.account_manager,
        v.team
    from registry.claims as c
    left join visible_customers as v on c.tenant_id = v.tenant_id
    left join customers as k on c.tenant_id = k.tenant_id
    where
        (
            v.tenant_id is not null
            or (
                $sees_all
                and k.tenant_id is null
                and ($tenant is null or c.tenant_id = $tenant)
                and $segments is null
                and $countries is null
                and $managers is null
            )
        )
        and ($locations is null or list_contains($locations, c.location_id))
),

held as (
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
