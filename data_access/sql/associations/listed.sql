-- Which claims of an imported claims list are not in the register yet?
-- **Grain:** claim number x tenant. workloads: codes in one text, separated by commas. Rows without Microsoft's claim
-- number (drafts) are left out: nothing would tell them from a second copy.
with listed as (
    select
        l.claim_id as claim_number,
        l.tenant_id,
        v.name as customer_name,
        v.domain,
        max(l.claim_name) as claim_name,
        max(l.status) as state,
        max(l.partner_id) as location_id,
        max(l.submitted_on) as submitted_on,
        max(l.decided_on) as decided_on,
        string_agg(l.workload, ',' order by l.workload) as workloads
    from claim_list as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    where l.claim_id is not null
    group by l.claim_id, l.tenant_id, v.name, v.domain
)

select *
from listed
where claim_number not in (select c.claim_number from registry.claims as c where c.claim_number is not null)
order by claim_number, tenant_id
