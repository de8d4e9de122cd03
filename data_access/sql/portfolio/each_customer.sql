-- Every customer at its latest month: what is ours, what is used, what is left, and how many situations are open.
-- Grain: tenant. MAU and PAU sum the associated workloads still reported (workload users); available workloads are
-- unknown without licence files. open_signals: workloads in an open situation of usage; a won or dismissed one counts
-- again when its facts moved, as signals/standing says.
with licensed as (
    select
        tenant_id,
        count(case when list_contains($workloads, workload) then 1 end) as available_count
    from available
    where $workloads is not null
    group by tenant_id
),

noticed as (
    select tenant_id, count(*) as signals_count
    from opportunity_lines
    where list_contains($workloads, workload)
    group by tenant_id
),

closed as (
    select l.tenant_id, count(*) as closed_count
    from registry.opportunity_status as o
    inner join opportunity_lines as l on o.tenant_id = l.tenant_id and o.workload = l.workload
    left join opportunity_worth as w on o.tenant_id = w.tenant_id and o.workload = w.workload
    where
        o.status in ('won', 'dismissed')
        and ($workloads is null or list_contains($workloads, l.workload))
        and split_part(o.facts_key, '/', 1) = l.signals
        and not coalesce(
            abs(w.mau - nullif(split_part(o.facts_key, '/', 2), '')::bigint)
            > $returns_share * greatest(w.pau, nullif(split_part(o.facts_key, '/', 3), '')::bigint)
            or abs(w.pau - nullif(split_part(o.facts_key, '/', 3), '')::bigint)
            > $returns_share * greatest(w.pau, nullif(split_part(o.facts_key, '/', 3), '')::bigint),
            false
        )
    group by l.tenant_id
)

select
    v.tenant_id,
    v.name,
    v.domain,
    v.segment,
    v.country,
    v.account_manager,
    k.licences_count,
    k.size_band,
    s.month,
    coalesce(s.associated_count, 0) as associated_count,
    case
        when $workloads is null then k.available_count
        when k.available_count is not null then l.available_count
    end as available_count,
    s.mau,
    s.pau,
    s.share_mau::double / nullif(s.share_pau, 0) as usage_share,
    case when $workloads is null and $locations is null then k.usage_percentile end as usage_percentile,
    s.mau_change,
    s.opportunity_units,
    s.new_units,
    s.potential_usd,
    case when $workloads is null then k.signals_count else coalesce(n.signals_count, 0) end
    - coalesce(d.closed_count, 0) as open_signals
from visible_customers as v
inner join portfolio_standing as k on v.tenant_id = k.tenant_id
left join sums as s on v.tenant_id = s.tenant_id
left join licensed as l on v.tenant_id = l.tenant_id
left join noticed as n on v.tenant_id = n.tenant_id
left join closed as d on v.tenant_id = d.tenant_id
