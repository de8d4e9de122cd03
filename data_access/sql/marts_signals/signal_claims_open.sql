-- Which claims of a claims list are not decided yet, and what is each workload's next step worth?
-- Grain: claim x workload. So that signals/claim_overdue need not look through every claim there ever was.
create table signal_claims_open as
select
    l.tenant_id,
    l.workload,
    l.claim_id,
    l.status,
    l.submitted_on,
    w.step_usd
from claim_list as l
left join opportunity_worth as w on l.tenant_id = w.tenant_id and l.workload = w.workload
where l.status in ('Submitted', 'Under review', 'Partner action required') and l.claim_id is not null
