-- The high-water mark Microsoft used, where an earnings export carries it.
-- Grain: tenant x workload x usage month; the newest export of an earning counts, then the highest of the month.
create table earnings_baselines as
with ranked as (
    select
        *,
        row_number() over (partition by earning_id order by import_rank desc, import_seq desc) as place
    from earning_rows
    where upper(baseline_type) = 'HWM' and baseline is not null and tenant_id is not null
)

select
    e.tenant_id,
    w.workload,
    date_trunc('month', coalesce(e.transaction_on, e.earning_on))::date as month,
    max(e.baseline)::bigint as baseline
from ranked as e
inner join workload_spellings as w on e.workload_name = w.workload_name
where e.place = 1 and coalesce(e.transaction_on, e.earning_on) is not null
group by e.tenant_id, w.workload, date_trunc('month', coalesce(e.transaction_on, e.earning_on))::date
