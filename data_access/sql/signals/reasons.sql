-- Which situations does usage say hold now, of the customers one sees?
-- Grain: signal x tenant x workload.
with seen as (
    select tenant_id from visible_customers
)

select
    r.tenant_id,
    r.workload,
    r.signal,
    r.value_usd,
    r.probability,
    r.evidence_count,
    r.reached_count,
    r.confidence,
    r.since_month as since_on,
    r.target_users,
    r.moved,
    r.line,
    r.momentum,
    r.stratum
from opportunity_reasons as r
inner join seen as v on r.tenant_id = v.tenant_id
