-- Which situations hold in the workloads that a claims list may say something about?
-- Grain: signal x tenant x workload: of opportunity_reasons those whose line is in signal_claim_lines.
create table signal_claim_reasons as
select r.*
from opportunity_reasons as r
inner join signal_claim_lines as l on r.tenant_id = l.tenant_id and r.workload = l.workload
