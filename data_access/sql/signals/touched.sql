-- Which opportunities are more than what usage says, because a claim touches them or somebody worked on them?
-- Grain: tenant x workload, few of them. As signals/standing shows them; signal is null where no situation is left.
-- Several situations are one line: value, probability and since when are those of the situation that promises most.
-- A won or dismissed line counts as new again, is_back, when the situations differ from those at that time, or users
-- or seats moved by more than $returns_share of the seats.
with keys as (
    select tenant_id, workload
    from of_claims
    union
    select tenant_id, workload
    from filed
    union
    select tenant_id, workload
    from registry.opportunity_status
),

placed as (
    select
        t.*,
        d.position,
        t.signal || ':' || coalesce(cast(t.moved as varchar), '') || ':' || coalesce(cast(t.line as varchar), '')
            as fact,
        cast(t.value_usd as double) * t.probability as expected_usd,
        row_number() over (
            partition by t.tenant_id, t.workload
            order by
                cast(t.value_usd as double) * t.probability desc nulls last,
                t.value_usd desc nulls last,
                d.position asc
        ) as rank_in_line,
        count(*) over (partition by t.tenant_id, t.workload) as situations_count
    from named_situations as t
    inner join signal_definitions as d on t.signal = d.signal
    inner join keys as k on t.tenant_id = k.tenant_id and t.workload = k.workload
),

lines as (
    select
        tenant_id,
        workload,
        max(case when rank_in_line = 1 then signal end) as signal,
        max(case when rank_in_line = 1 then value_usd end) as value_usd,
        max(case when rank_in_line = 1 then probability end) as probability,
        max(case when rank_in_line = 1 then expected_usd end) as expected_usd,
        max(case when rank_in_line = 1 then evidence_count end) as evidence_count,
        max(case when rank_in_line = 1 then reached_count end) as reached_count,
        max(case when rank_in_line = 1 then confidence end) as confidence,
        max(case when rank_in_line = 1 then since_on end) as since_on,
        max(case when rank_in_line = 1 then target_users end) as target_users,
        max(case when rank_in_line = 1 then stratum end) as stratum,
        max(momentum) as momentum,
        min(claim_id) as claim_id,
        coalesce(string_agg(signal, '+' order by position) filter (where situations_count > 1), max(signal)) as signals,
        coalesce(string_agg(fact, ',' order by rank_in_line) filter (where situations_count > 1), max(fact)) as facts
    from placed
    group by tenant_id, workload
),

worked as (
    select
        l.signal,
        l.value_usd,
        l.probability,
        l.expected_usd,
        l.evidence_count,
        l.reached_count,
        l.confidence,
        l.since_on,
        l.target_users,
        l.stratum,
        l.momentum,
        l.claim_id,
        l.signals,
        l.facts,
        n.tenant_id,
        n.workload,
        n.name,
        n.segment,
        n.account_manager_id,
        n.account_manager,
        n.team,
        n.mau,
        n.pau,
        n.mark,
        n.mau_3,
        n.pau_3,
        n.is_illustrative,
        n.line_no,
        n.ready_signal,
        n.ready_signals,
        n.ready_usd,
        n.ready_expected_usd,
        coalesce(o.status, 'new') as said_status,
        coalesce(o.owner, n.account_manager_id) as owner,
        o.reason as closed_because,
        coalesce(o.note, '') as note,
        o.changed_by,
        o.changed_at,
        l.signals || '/' || coalesce(cast(n.mau as varchar), '') || '/' || coalesce(cast(n.pau as varchar), '')
            as facts_key,
        split_part(o.facts_key, '/', 1) as closed_signals,
        cast(nullif(split_part(o.facts_key, '/', 2), '') as bigint) as closed_mau,
        cast(nullif(split_part(o.facts_key, '/', 3), '') as bigint) as closed_pau
    from keys as k
    inner join named as n on k.tenant_id = n.tenant_id and k.workload = n.workload
    left join lines as l on k.tenant_id = l.tenant_id and k.workload = l.workload
    left join registry.opportunity_status as o on k.tenant_id = o.tenant_id and k.workload = o.workload
),

judged as (
    select
        *,
        said_status in ('won', 'dismissed') and coalesce(
            ($today is not null and closed_signals <> signals)
            or abs(mau - closed_mau) > $returns_share * greatest(pau, closed_pau)
            or abs(pau - closed_pau) > $returns_share * greatest(pau, closed_pau),
            false
        ) as is_back
    from worked
)

select
    tenant_id,
    name,
    segment,
    account_manager_id,
    account_manager,
    team,
    workload,
    signal,
    signals,
    facts,
    since_on,
    value_usd,
    probability,
    expected_usd,
    evidence_count,
    reached_count,
    confidence,
    stratum,
    momentum,
    mau,
    pau,
    mark,
    mau_3,
    pau_3,
    target_users,
    claim_id,
    is_illustrative,
    case when is_back then 'new' else said_status end as status,
    is_back,
    said_status,
    closed_signals,
    closed_mau,
    closed_pau,
    closed_because,
    owner,
    note,
    changed_by,
    changed_at,
    facts_key,
    line_no,
    ready_signal,
    ready_signals,
    ready_usd,
    ready_expected_usd
from judged
