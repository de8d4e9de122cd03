-- Which situations hold now in the workloads that claims or somebody's work name?
-- Grain: signal x tenant x workload, as in signals/situations: a workload whose claim is filed is not called unclaimed.
with of_usage as (
    select
        tenant_id,
        workload,
        signal,
        value_usd,
        probability,
        evidence_count,
        reached_count,
        confidence,
        since_month,
        target_users,
        moved,
        line,
        momentum,
        stratum
    from signal_claim_reasons
    union all
    select
        r.tenant_id,
        r.workload,
        r.signal,
        r.value_usd,
        r.probability,
        r.evidence_count,
        r.reached_count,
        r.confidence,
        r.since_month,
        r.target_users,
        r.moved,
        r.line,
        r.momentum,
        r.stratum
    from opportunity_reasons as r
    inner join named as n on r.tenant_id = n.tenant_id and r.workload = n.workload
    where not n.is_listed
)

select
    u.tenant_id,
    u.workload,
    u.signal,
    u.value_usd,
    u.probability,
    u.evidence_count,
    u.reached_count,
    u.confidence,
    u.since_month as since_on,
    u.target_users,
    u.moved,
    u.line,
    u.momentum,
    u.stratum,
    cast(null as varchar) as claim_id
from of_usage as u
left join filed as f on u.tenant_id = f.tenant_id and u.workload = f.workload
where u.signal <> 'unclaimed' or f.tenant_id is null
union all
select
    tenant_id,
    workload,
    signal,
    value_usd,
    probability,
    evidence_count,
    reached_count,
    case when probability is not null then 'low' end,
    since_on,
    null,
    days_count,
    null,
    null,
    state,
    claim_id
from of_claims
