-- Usage that earned nothing, and why.
-- Grain: unearned record (one usage record may be ineligible for several engagements).
create table ineligible as
select
    r.unearned_id,
    r.tenant_id,
    coalesce(w.workload, r.workload_name) as workload,
    date_trunc('month', r.transaction_on)::date as month,
    r.reason,
    r.mau,
    r.pau,
    r.amount_usd,
    r.engagement
from (
    select *, row_number() over (partition by unearned_id order by import_rank desc) as place from ineligible_rows
) as r
left join workload_spellings as w on r.workload_name = w.workload_name
where r.place = 1
