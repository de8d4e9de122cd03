-- How many open opportunities does each signal name, and what are they worth?
-- Grain: signal, also those that name none. An opportunity counts for each of its signals; its money only for the one
-- that promises most.
with opened as (
    select *
    from standing
    where status not in ('won', 'dismissed') and tenant_id in (select tenant_id from visible_customers)
),

named as (
    select
        d.signal,
        count(s.tenant_id) as open_count,
        cast(sum(case when s.signal = d.signal then s.value_usd end) as decimal(18, 2)) as value_usd,
        sum(case when s.signal = d.signal then s.expected_usd end) as expected_usd,
        max(d.position) as position
    from signal_definitions as d
    left join opened as s on contains('+' || s.signals || '+', '+' || d.signal || '+')
    group by d.signal
)

select
    signal,
    open_count,
    value_usd,
    expected_usd
from named
order by position
