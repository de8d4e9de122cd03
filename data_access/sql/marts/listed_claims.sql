-- Claims of an imported claims list, each with all its workloads.
-- Grain: claim number x tenant. Rows without Microsoft's claim number (drafts) are left out: nothing would tell them
-- from a second copy. workloads: codes in one text, separated by commas.
create table listed_claims as
select
    l.claim_id as claim_number,
    l.tenant_id,
    c.group_id,
    max(l.claim_name) as claim_name,
    max(l.status) as state,
    max(l.partner_id) as location_id,
    max(l.submitted_on) as submitted_on,
    max(l.decided_on) as decided_on,
    string_agg(l.workload, ',' order by l.workload) as workloads
from claim_list as l
inner join customers as c on l.tenant_id = c.tenant_id
where l.claim_id is not null
group by l.claim_id, l.tenant_id, c.group_id
