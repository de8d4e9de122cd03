-- Which workloads of which customers are there, by number, and until when were they reported?
-- Grain: tenant x workload; series_no stands for both, as in the ledger.
create temp table signal_series as
select
    i.series_no,
    i.tenant_no,
    s.tenant_id,
    s.workload,
    s.partner_id,
    s.first_month,
    s.last_month,
    s.is_current,
    f.last_month as source_last_month
from incentive_series as i
inner join series as s on i.tenant_id = s.tenant_id and i.workload = s.workload
inner join freshness as f on s.source = f.source
