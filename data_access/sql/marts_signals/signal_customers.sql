-- From how many customers do a signal's known cases come, on each day we look back from?
-- Grain: signal x source x looking-back month.
create temp table signal_customers as
with firsts as (
    select signal, source, tenant_no, min(month) as month
    from signal_facts
    where not is_now
    group by signal, source, tenant_no
),

counted as (
    select signal, source, month, count(*) as customers_count
    from firsts
    group by signal, source, month
),

looks as (
    select month as read_at from signal_months where not is_now
    union all
    select date '9999-12-01'
)

select k.read_at, c.signal, c.source, cast(sum(c.customers_count) as bigint) as customers_count
from looks as k
inner join counted as c on c.month + to_months($horizon_months) <= k.read_at
group by k.read_at, c.signal, c.source
