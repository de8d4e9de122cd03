-- What changed on the list since the last import?
-- Grain: tenant x workload whose situations of usage came, went or changed, or whose value moved by a quarter. Signals
-- of claims change with the day and are not compared. Empty also where there was no list before (totals says so).
with now_lines as (
    select
        r.tenant_id,
        r.workload,
        string_agg(r.signal, '+' order by d.position) as signals,
        max(r.value_usd) as value_usd,
        max(r.mau) as mau,
        max(r.pau) as pau
    from opportunity_reasons as r
    inner join signal_definitions as d on r.signal = d.signal
    cross join signal_comparison as c
    where c.has_before
    group by r.tenant_id, r.workload
),

before_lines as (
    select
        b.tenant_id,
        b.workload,
        string_agg(b.signal, '+' order by d.position) as signals,
        max(b.value_usd) as value_usd,
        max(b.mau) as mau,
        max(b.pau) as pau
    from signal_before as b
    inner join signal_definitions as d on b.signal = d.signal
    group by b.tenant_id, b.workload
),

compared as (
    select
        coalesce(n.tenant_id, b.tenant_id) as tenant_id,
        coalesce(n.workload, b.workload) as workload,
        case
            when b.tenant_id is null then 'new'
            when n.tenant_id is null then 'gone'
            when n.signals <> b.signals then 'changed'
            when n.value_usd > 1.25 * b.value_usd then 'worth more'
            when n.value_usd < 0.75 * b.value_usd then 'worth less'
        end as change,
        b.signals as signals_before,
        n.signals as signals_now,
        b.value_usd as before_usd,
        n.value_usd as now_usd,
        b.mau as mau_before,
        n.mau as mau_now
    from now_lines as n
    full outer join before_lines as b on n.tenant_id = b.tenant_id and n.workload = b.workload
)

select
    c.tenant_id,
    v.name,
    c.workload,
    c.change,
    c.signals_before,
    c.signals_now,
    c.before_usd,
    c.now_usd,
    c.mau_before,
    c.mau_now
from compared as c
inner join visible_customers as v on c.tenant_id = v.tenant_id
where c.change is not null and ($workloads is null or list_contains($workloads, c.workload))
order by
    case c.change
        when 'new' then 1
        when 'changed' then 2
        when 'worth more' then 3
        when 'worth less' then 4
        else 5
    end asc,
    coalesce(c.now_usd, c.before_usd) desc nulls last,
    c.tenant_id asc,
    c.workload asc
