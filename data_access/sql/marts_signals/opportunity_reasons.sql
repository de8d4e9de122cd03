-- Which situations hold now, what is each worth, and how likely is it to work out?
-- Grain: signal x tenant x workload. value_usd is an estimate by the rules in force, null where they name no amount;
-- probability is null below the minimum evidence. Workloads known from licence files alone have seats and no users.
create table opportunity_reasons as
with told as (
    select
        l.tenant_id,
        l.workload,
        f.signal,
        f.month,
        t.since_month,
        s.mau,
        s.pau,
        s.mark,
        s.mau_3,
        s.pau_3,
        f.target_users,
        f.units,
        f.moved,
        f.line,
        cast(f.cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as value_usd,
        case
            when b.is_enough
                then
                    (coalesce(r.reached_count, 0) + b.base_share * $stratum_cases)
                    / (coalesce(r.cases_count, 0) + $stratum_cases)
        end as probability,
        b.base_share,
        f.distance,
        f.momentum,
        f.stratum,
        coalesce(r.cases_count, 0) as evidence_count,
        coalesce(r.reached_count, 0) as reached_count,
        cast(coalesce(b.cases_count, 0) as bigint) as signal_cases_count,
        coalesce(s.is_illustrative, false) as is_illustrative
    from signal_facts as f
    inner join signal_states as s on f.series_no = s.series_no and f.month = s.month
    inner join signal_series as l on f.series_no = l.series_no
    inner join signal_since as t on f.signal = t.signal and f.series_no = t.series_no
    left join signal_bases as b
        on f.signal = b.signal and f.source = b.source and b.read_at = date '9999-12-01'
    left join signal_rates as r on f.signal = r.signal and f.source = r.source and f.stratum = r.stratum
    where f.is_now
)

select
    *,
    case
        when probability is null then null
        when evidence_count >= $sure_cases then 'high'
        when evidence_count >= $unsure_cases then 'medium'
        else 'low'
    end as confidence
from told
union all
select
    a.tenant_id,
    a.workload,
    'unclaimed',
    a.month,
    a.month as since_month,
    null,
    a.seats as pau,
    null,
    null,
    null,
    null,
    null,
    a.seats as moved,
    null,
    null,
    null,
    null,
    'seats only',
    'unknown',
    'seats only',
    0,
    0,
    0,
    false,
    null
from available as a
inner join (select distinct tenant_id from series where is_associated and is_current) as o on a.tenant_id = o.tenant_id
left join series as s on a.tenant_id = s.tenant_id and a.workload = s.workload
where s.tenant_id is null and a.seats > 0
