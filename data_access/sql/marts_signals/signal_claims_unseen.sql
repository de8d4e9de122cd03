-- Which approved claims of a claims list does no usage file name as an association?
-- Grain: claim x workload. So that signals/claim_without_usage need not look through every claim ever approved.
create table signal_claims_unseen as
select l.tenant_id, l.workload, l.claim_id, l.decided_on
from claim_list as l
left join series as s
    on l.tenant_id = s.tenant_id and l.workload = s.workload and s.first_associated_month is not null
where l.status = 'Approved' and s.tenant_id is null
