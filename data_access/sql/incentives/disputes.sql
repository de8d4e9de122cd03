-- Which months' earnings did we contest, and how did it end?
-- **Grain:** dispute, the newest first. Survives every import: it stands in the registry.
with seen as (
    select
        d.dispute_id,
        d.tenant_id,
        v.name,
        d.workload,
        d.month,
        d.claim_id,
        d.raised_on,
        d.ticket,
        d.outcome,
        d.outcome_on,
        d.amount_usd,
        d.note,
        d.recorded_by
    from registry.disputes as d
    inner join visible_customers as v on d.tenant_id = v.tenant_id
    where
        ($start is null or d.month >= $start)
        and ($end_before is null or d.month < $end_before)
        and ($workloads is null or list_contains($workloads, d.workload))
)

select *
from seen
order by raised_on desc, dispute_id asc
