-- Which rule sets apply to which workloads, from when, with which rates, caps and sources?
-- Grain: family x workload x unbroken run of months, half-open; an unknown end is empty. The same for every viewer.
with every as (
    select
        'growth' as family,
        workload,
        start,
        end_before,
        rule_set,
        rate,
        cap_usd,
        cap_scope,
        time_cap_months,
        minimum_pau,
        is_illustrative,
        source
    from rule_growth
    union all
    select
        'milestone',
        p.workload,
        p.start,
        p.end_before,
        p.rule_set,
        null,
        null,
        null,
        null,
        p.minimum_pau,
        p.is_illustrative,
        p.source
    from rule_milestone_periods as p
)

select
    family,
    workload,
    start,
    case when end_before < cast('9999-12-01' as date) then end_before end as end_before,
    rule_set,
    cast(rate as decimal(18, 6)) as rate,
    cast(cap_usd as decimal(18, 2)) as cap_usd,
    cap_scope,
    cast(time_cap_months as bigint) as time_cap_months,
    minimum_pau,
    is_illustrative,
    source
from every
where ($workloads is null or list_contains($workloads, workload))
order by family, workload, start
