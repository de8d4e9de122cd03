-- Of what growth paid after each origin, how much stood in the top tenth of our list, and of the list by headroom?
-- Grain: origin. Claimed workloads with a value, one line each as on the list; both lists rank the same workloads.
create table signal_lift as
with listed as (
    select
        month,
        series_no,
        max(probability * cents) as expected_cents,
        max(headroom_units) as headroom_units,
        max(realised_cents) as realised_cents
    from signal_backtest
    where is_associated and cents is not null
    group by month, series_no
),

ranked as (
    select
        *,
        row_number() over (partition by month order by expected_cents desc, series_no asc) as our_place,
        row_number() over (partition by month order by headroom_units desc, series_no asc) as headroom_place,
        (count(*) over (partition by month) + 9) // 10 as top_count
    from listed
)

select
    month,
    count(*) as listed_count,
    max(top_count) as top_count,
    sum(realised_cents)::bigint as realised_cents,
    coalesce(sum(case when our_place <= top_count then realised_cents end), 0)::bigint as our_cents,
    coalesce(sum(case when headroom_place <= top_count then realised_cents end), 0)::bigint as headroom_cents
from ranked
group by month
