-- Which situations of usage does each workload have, and which of them promises most?
-- Grain: tenant x workload, in the order of the list. Signals joined by +, in the order of their definitions; facts
-- names each with its own numbers, the one that promises most first. Most lines have one reason: only the others pay
-- for joining in order (half of the time here). Lines that a claim touches or somebody works on are put together anew
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
        max(case when rank_in_line = 1 then since_month end) as since_on,
        max(case when rank_in_line = 1 then target_users end) as target_users,
        max(case when rank_in_line = 1 then stratum end) as stratum,
        max(momentum) as momentum,
        cast(null as varchar) as claim_id,
        coalesce(string_agg(signal, '+' order by position) filter (where reasons_count > 1), max(signal)) as signals,
        coalesce(string_agg(fact, ',' order by rank_in_line) filter (where reasons_count > 1), max(fact)) as facts
    from ranked
    group by tenant_id, workload
),

ordered as (
    select
        l.*,
        w.partner_id,
        w.mau,
        w.pau,
        w.mark,
        w.mau_3,
        w.pau_3,
        coalesce(w.is_illustrative, false) as is_illustrative
    from lines as l
    left join opportunity_worth as w on l.tenant_id = w.tenant_id and l.workload = w.workload
    order by l.expected_usd desc nulls last, l.value_usd desc nulls last, l.tenant_id asc, l.workload asc
)

select
    row_number() over () as line_no,
    o.*
from ordered as o
