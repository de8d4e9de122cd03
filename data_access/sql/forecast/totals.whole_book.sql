-- Where will the whole book's associated workload users be, in total?
-- **Grain:** month; known months and twelve ahead. What the forecast added up by workload when it was made, instead of
-- every path; a partner location has no such sums. The band is there for all workloads or one.
with known as (
    select month, sum(mau) as mau
    from book_months
    where
        is_associated
        and ($start is null or month >= $start)
        and ($workloads is null or list_contains($workloads, workload))
    group by month
),

added_up as (
    select workload, month, mau, mau_lo, mau_hi, series_count
    from forecast.totals
    where owner_kind = 'all' and segment = ''
),

parts as (
    select month, sum(mau) as mau, sum(series_count) as series_count
    from added_up
    where workload <> '' and ($workloads is null or list_contains($workloads, workload))
    group by month
),

bands as (
    select month, mau_lo, mau_hi
    from added_up
    where
        workload = case when $workloads is null then '' else $workloads[1] end
        and ($workloads is null or len($workloads) = 1)
),

every_month as (
    select month from known
    union
    select month from parts
)

select
    e.month,
    k.mau::bigint as mau,
    round(p.mau)::bigint as forecast,
    round(b.mau_lo)::bigint as low,
    round(b.mau_hi)::bigint as high,
    p.series_count::bigint as series_count
from every_month as e
left join known as k on e.month = k.month
left join parts as p on e.month = p.month
left join bands as b on e.month = b.month
order by e.month
