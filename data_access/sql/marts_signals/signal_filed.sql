-- Which workloads that usage calls unclaimed does a claims list name as filed and alive?
-- Grain: tenant x workload.
create table signal_filed as
select distinct r.tenant_id, r.workload
from opportunity_reasons as r
inner join claim_list as l on r.tenant_id = l.tenant_id and r.workload = l.workload
where r.signal = 'unclaimed' and l.status not in ('Draft', 'Rejected', 'Rejected final')
