-- The high-water mark Microsoft used, where an earnings export carries it.
-- Grain: tenant x workload x usage month.
create table earnings_baselines as
select
    e.tenant_id,
    w.workload,
    date_trunc('month', coalesce(e.transaction_on, e.earning_on))::date as month,
    max(e.baseline)::bigint as baseline
from earning_rows as e
inner join workload_spellings as w on e.workload_name = w.workload_name
where upper(e.baseline_type) = 'HWM' and e.baseline is not null and e.tenant_id is not null
group by e.tenant_id, w.workload, date_trunc('month', coalesce(e.transaction_on, e.earning_on))::date
