-- Which situations do claims stand in?
-- Grain: signal x tenant x workload; of several claims in one situation the oldest.
with each_claim as (
    select * from poe_ageing
    union all
    select * from claim_overdue
    union all
    select * from claim_without_usage
),

placed as (
    select
        *,
        row_number() over (partition by tenant_id, workload, signal order by since_on, claim_id) as place
    from each_claim
)

select
    tenant_id,
    workload,
    signal,
    claim_id,
    since_on,
    days_count,
    state,
    value_usd,
    probability,
    evidence_count,
    reached_count
from placed
where place = 1
