-- Which situations of usage does each workload have, and which of them promises most?
-- Grain: tenant x workload, in the order of the list. Signals joined by +, in the order of their definitions; facts
-- names each with its own numbers, the one that promises most first. Most lines have one reason: only the others are
-- grouped (grouping all took a third longer). Lines that a claim touches or somebody works on are put together anew
-- when asked (signals/touched). line_no counts in the order of the list, so that a line is found without its texts
-- and a page without the others. (Over () numbers what comes ordered; sorting once more for it takes 20 ms of 290.)
create table opportunity_lines as
with ranked as (
    select
        r.*,
        d.position,
        r.signal || ':' || coalesce(cast(r.moved as varchar), '') || ':' || coalesce(cast(r.line as varchar), '')
            as fact,
        cast(r.value_usd as double) * r.probability as expected_usd,
        row_number() over (
            partition by r.tenant_id, r.workload
            order by
                cast(r.value_usd as double) * r.probability desc nulls last,
                r.value_usd desc nulls last,
                d.position asc
        ) as rank_in_line,
        count(*) over (partition by r.tenant_id, r.workload) as reasons_count
    from opportunity_reasons as r
    inner join signal_definitions as d on r.signal = d.signal
),

joined as (
    select
        tenant_id,
        workload,
        string_agg(signal, '+' order by position) as signals,
        string_agg(fact, ',' order by rank_in_line) as facts
    from ranked
    where reasons_count > 1
    group by tenant_id, workload
),

ordered as (
    select
        r.tenant_id,
        r.workload,
        r.signal,
        r.value_usd,
        r.probability,
        r.expected_usd,
        r.evidence_count,
        r.reached_count,
        r.confidence,
        r.since_month as since_on,
        r.target_users,
        r.stratum,
        r.momentum,
        cast(null as varchar) as claim_id,
        coalesce(j.signals, r.signal) as signals,
        coalesce(j.facts, r.fact) as facts,
        w.partner_id,
        w.mau,
        w.pau,
        w.mark,
        w.mau_3,
        w.pau_3,
        coalesce(w.is_illustrative, false) as is_illustrative
    from ranked as r
    left join joined as j on r.tenant_id = j.tenant_id and r.workload = j.workload
    left join opportunity_worth as w on r.tenant_id = w.tenant_id and r.workload = w.workload
    where r.rank_in_line = 1
    order by r.expected_usd desc nulls last, r.value_usd desc nulls last, r.tenant_id asc, r.workload asc
)

select
    row_number() over () as line_no,
    *
from ordered
