-- How many cases of each signal and stratum were known, and how many had worked out, on each day we look back from?
-- Grain: signal x source x stratum x looking-back month. Sources stand apart: a newly imported one brings workloads
-- of another kind, of which the cases of the others say nothing. Only cases whose horizon had passed by then are
-- known: nothing looks ahead. The last looking-back month is the present.
create temp table signal_known as
with counted as (
    select
        signal,
        source,
        stratum,
        month,
        count(*) as cases_count,
        count(case when is_reached then 1 end) as reached_count
    from signal_facts
    where not is_now
    group by signal, source, stratum, month
),

looks as (
    select month as read_at from signal_months where not is_now
    union all
    select date '9999-12-01'
)

select
    k.read_at,
    c.signal,
    c.source,
    c.stratum,
    cast(sum(c.cases_count) as bigint) as cases_count,
    cast(sum(c.reached_count) as bigint) as reached_count
from looks as k
inner join counted as c on c.month + to_months($horizon_months) <= k.read_at
group by k.read_at, c.signal, c.source, c.stratum
