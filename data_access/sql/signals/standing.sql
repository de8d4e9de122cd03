-- Which opportunities are there, and who works on each?
-- Grain: tenant x workload; several situations are one line. Lines that no claim touches and nobody worked on come
-- ready from the mart: new, and the account manager's. The others are what signals/touched answers.
with untouched as (
    select l.*
    from opportunity_lines as l
    left join touched as t on l.line_no = t.line_no
    where
        t.line_no is null
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
)

select
    l.tenant_id,
    v.name,
    v.segment,
    v.account_manager_id,
    v.account_manager,
    v.team,
    l.workload,
    l.signal,
    l.signals,
    l.facts,
    l.since_on,
    l.value_usd,
    l.probability,
    l.expected_usd,
    l.evidence_count,
    l.reached_count,
    l.confidence,
    l.stratum,
    l.momentum,
    l.mau,
    l.pau,
    l.mark,
    l.mau_3,
    l.pau_3,
    l.target_users,
    l.claim_id,
    l.is_illustrative,
    'new' as status,
    false as is_back,
    'new' as said_status,
    cast(null as varchar) as closed_signals,
    cast(null as bigint) as closed_mau,
    cast(null as bigint) as closed_pau,
    cast(null as varchar) as closed_because,
    v.account_manager_id as owner,
    '' as note,
    cast(null as varchar) as changed_by,
    cast(null as timestamp) as changed_at,
    l.signals || '/' || coalesce(cast(l.mau as varchar), '') || '/' || coalesce(cast(l.pau as varchar), '')
        as facts_key
from untouched as l
inner join visible_customers as v on l.tenant_id = v.tenant_id
union all
select
    t.tenant_id,
    t.name,
    t.segment,
    t.account_manager_id,
    t.account_manager,
    t.team,
    t.workload,
    t.signal,
    t.signals,
    t.facts,
    t.since_on,
    t.value_usd,
    t.probability,
    t.expected_usd,
    t.evidence_count,
    t.reached_count,
    t.confidence,
    t.stratum,
    t.momentum,
    t.mau,
    t.pau,
    t.mark,
    t.mau_3,
    t.pau_3,
    t.target_users,
    t.claim_id,
    t.is_illustrative,
    t.status,
    t.is_back,
    t.said_status,
    t.closed_signals,
    t.closed_mau,
    t.closed_pau,
    t.closed_because,
    t.owner,
    t.note,
    t.changed_by,
    t.changed_at,
    t.facts_key
from touched as t
where t.signal is not null and t.tenant_id in (select tenant_id from visible_customers)
