-- Which situations hold now, of usage and of claims, and what is each worth?
-- Grain: signal x tenant x workload. A workload whose claim is filed is not called unclaimed. moved and line are the
-- signal's own numbers (users, seats, days, or a percentage or size line).
with told as (
    select
        r.tenant_id,
        r.workload,
        r.signal,
        r.value_usd,
        r.probability,
        r.evidence_count,
        r.reached_count,
        r.confidence,
        r.since_on,
        r.target_users,
        r.moved,
        r.line,
        r.momentum,
        r.stratum,
        cast(null as varchar) as claim_id
    from reasons as r
    left join filed as f on r.tenant_id = f.tenant_id and r.workload = f.workload
    where r.signal <> 'unclaimed' or f.tenant_id is null
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
)

select
    t.*,
    d.position,
    cast(t.value_usd as double) * t.probability as expected_usd
from told as t
inner join signal_definitions as d on t.signal = d.signal
where $workloads is null or list_contains($workloads, t.workload)
