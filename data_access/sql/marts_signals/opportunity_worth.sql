-- How does each workload stand now, and what would the next step above its mark pay?
-- Grain: tenant x workload at its latest month, where that is current.
create table opportunity_worth as
select
    l.tenant_id,
    l.workload,
    l.partner_id,
    s.month,
    s.mau,
    s.pau,
    s.mark,
    s.mau_3,
    s.pau_3,
    s.is_associated,
    s.step_units,
    cast(s.step_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as step_usd,
    coalesce(s.is_illustrative, false) as is_illustrative
from signal_states as s
inner join signal_series as l on s.series_no = l.series_no
where s.is_now
