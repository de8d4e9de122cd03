-- Which claims of an imported claims list are not in the register yet?
-- **Grain:** claim number x tenant. workloads: codes in one text, separated by commas.
with ours as (
    select claim_number
    from registry.claims
    where claim_number is not null
)

select
    l.claim_number,
    l.tenant_id,
    v.name as customer_name,
    v.domain,
    l.claim_name,
    l.state,
    l.location_id,
    l.submitted_on,
    l.decided_on,
    l.workloads
from listed_claims as l
inner join visible_customers as v on l.tenant_id = v.tenant_id
left join ours as o on l.claim_number = o.claim_number
where o.claim_number is null
order by l.claim_number, l.tenant_id
