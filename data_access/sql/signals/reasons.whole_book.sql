-- Which situations does usage say hold now, in the whole book?
-- Grain: signal x tenant x workload.
with book as (
    select * from opportunity_reasons
)

select
    tenant_id,
    workload,
    signal,
    value_usd,
    probability,
    evidence_count,
    reached_count,
    confidence,
    since_month as since_on,
    target_users,
    moved,
    line,
    momentum,
    stratum
from book
