-- Which rates does the earnings export carry, beside those of the rule card?
-- Grain: workload x month with a growth earning. derived_rate is the rate most earnings carry, in USD per unit;
-- without a rate column it is amount / compensable units. Adjustments (negative rows) are left out.
with seen as (
    select
        r.workload,
        r.month,
        coalesce(
            r.rate_usd,
            cast(cast(r.amount_usd as double) / nullif(r.compensable_units, 0) as decimal(18, 6))
        ) as rate
    from reported as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
    where
        not r.is_milestone
        and r.amount_usd > 0
        and r.month is not null
        and r.workload is not null
        and ($start is null or r.month >= $start)
        and ($end_before is null or r.month < $end_before)
        and ($workloads is null or list_contains($workloads, r.workload))
        and ($locations is null or list_contains($locations, r.partner_id))
),

counted as (
    select workload, month, rate, count(*) as earnings_count
    from seen
    where rate is not null
    group by workload, month, rate
),

ranked as (
    select
        *,
        row_number() over (partition by workload, month order by earnings_count desc, rate desc) as place,
        count(*) over (partition by workload, month) as rates_count,
        sum(earnings_count) over (partition by workload, month) as all_count
    from counted
)

select
    k.workload,
    k.month,
    k.rate as derived_rate,
    k.earnings_count,
    cast(k.all_count as bigint) as all_earnings_count,
    k.rates_count,
    g.rate as card_rate,
    g.rule_set,
    g.is_illustrative
from ranked as k
left join rule_growth as g on k.workload = g.workload and k.month >= g.start and k.month < g.end_before
where k.place = 1
order by k.workload, k.month
