-- How do the workloads stand that a claims list may say something about, and what is each one's ready line?
-- Grain: tenant x workload with a claim that is filed, undecided or not seen in usage. Without a situation of usage
-- line_no and what is ready are null. So that signals/touched need not look for them among all.
create table signal_claim_lines as
with named as (
    select tenant_id, workload
    from signal_filed
    union
    select tenant_id, workload
    from signal_claims_open
    union
    select tenant_id, workload
    from signal_claims_unseen
)

select
    n.tenant_id,
    n.workload,
    w.partner_id,
    w.mau,
    w.pau,
    w.mark,
    w.mau_3,
    w.pau_3,
    coalesce(w.is_illustrative, false) as is_illustrative,
    l.line_no,
    l.signal as ready_signal,
    l.signals as ready_signals,
    l.value_usd as ready_usd,
    l.expected_usd as ready_expected_usd
from named as n
left join opportunity_worth as w on n.tenant_id = w.tenant_id and n.workload = w.workload
left join opportunity_lines as l on n.tenant_id = l.tenant_id and n.workload = l.workload
