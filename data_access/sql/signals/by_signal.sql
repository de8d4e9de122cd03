-- How many open opportunities does each signal name, and what are they worth?
-- Grain: signal, also those that name none. An opportunity counts for each of its signals; its money only for the one
-- that promises most.
with opened as (
    select
        signal,
        signals,
        sum(open_count) as open_count,
        sum(value_usd) as value_usd,
        sum(valued_count) as valued_count,
        sum(expected_usd) as expected_usd,
        sum(expected_count) as expected_count
    from sums
    where tenant_id is null or tenant_id in (select tenant_id from visible_customers)
    group by signal, signals
),

named as (
    select
        d.signal,
        max(d.position) as position,
        sum(s.open_count) as open_count,
        sum(case when s.signal = d.signal then s.value_usd end) as value_usd,
        sum(case when s.signal = d.signal then s.valued_count end) as valued_count,
        sum(case when s.signal = d.signal then s.expected_usd end) as expected_usd,
        sum(case when s.signal = d.signal then s.expected_count end) as expected_count
    from signal_definitions as d
    left join opened as s on contains('+' || s.signals || '+', '+' || d.signal || '+')
    group by d.signal
)

select
    signal,
    coalesce(cast(open_count as bigint), 0) as open_count,
    case when valued_count > 0 then cast(value_usd as decimal(18, 2)) end as value_usd,
    case when expected_count > 0 then expected_usd end as expected_usd
from named
order by position
