-- Which opportunities promise most, and what is the state of the work on them?
-- Grain: tenant x workload, by expected value, then value, then customer and workload. status 'open' is everything but
-- won and dismissed; place counts in the filtered list, of which total_count is the length. Of a line the rest is
-- looked up for the page of them alone: in the mart, or where a claim touches it or somebody works on it, there.
with page as (
    select * from shown
)

select
    p.tenant_id,
    v.name,
    p.workload,
    coalesce(t.signal, l.signal) as signal,
    coalesce(t.signals, l.signals) as signals,
    coalesce(t.facts, l.facts) as facts,
    coalesce(t.since_on, l.since_on) as since_on,
    coalesce(t.value_usd, l.value_usd) as value_usd,
    coalesce(t.probability, l.probability) as probability,
    coalesce(t.expected_usd, l.expected_usd) as expected_usd,
    coalesce(t.evidence_count, l.evidence_count) as evidence_count,
    coalesce(t.reached_count, l.reached_count) as reached_count,
    coalesce(t.confidence, l.confidence) as confidence,
    coalesce(t.stratum, l.stratum) as stratum,
    coalesce(t.momentum, l.momentum) as momentum,
    coalesce(t.mau, l.mau) as mau,
    coalesce(t.pau, l.pau) as pau,
    coalesce(t.mark, l.mark) as mark,
    coalesce(t.mau_3, l.mau_3) as mau_3,
    coalesce(t.pau_3, l.pau_3) as pau_3,
    coalesce(t.target_users, l.target_users) as target_users,
    t.claim_id,
    coalesce(t.is_illustrative, l.is_illustrative) as is_illustrative,
    v.account_manager_id,
    v.account_manager,
    coalesce(t.status, 'new') as status,
    coalesce(t.is_back, false) as is_back,
    coalesce(t.said_status, 'new') as said_status,
    t.closed_signals,
    t.closed_mau,
    t.closed_pau,
    t.closed_because,
    coalesce(t.owner, v.account_manager_id) as owner,
    coalesce(t.note, '') as note,
    t.changed_by,
    t.changed_at,
    coalesce(
        t.facts_key,
        l.signals || '/' || coalesce(cast(l.mau as varchar), '') || '/' || coalesce(cast(l.pau as varchar), '')
    ) as facts_key,
    $skip_rows + row_number() over (
        order by p.expected_usd desc nulls last, p.value_usd desc nulls last, p.tenant_id asc, p.workload asc
    ) as place,
    p.total_count
from page as p
inner join visible_customers as v on p.tenant_id = v.tenant_id
left join opportunity_lines as l on p.ready_no = l.line_no
left join touched as t on p.is_touched and p.tenant_id = t.tenant_id and p.workload = t.workload
order by place
