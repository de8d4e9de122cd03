-- Which date of the earnings export is the usage month: the one whose users agree best with the usage files?
-- Grain: date column. agreeing_count: earnings whose MAU equals the ledger's in the month of that date. Judged by the
-- first $sample_size earnings in the ledger's order, so that only that part of the ledger is read.
with sampled as (
    select
        s.series_no,
        e.mau,
        e.transaction_on,
        e.earning_on
    from earnings as e
    inner join visible_customers as v on e.tenant_id = v.tenant_id
    inner join incentive_series as s on e.tenant_id = s.tenant_id and e.workload = s.workload
    where e.mau is not null
    order by s.series_no, e.transaction_on, e.earning_on
    limit $sample_size
),

told as (
    select
        series_no,
        mau,
        cast(date_trunc('month', transaction_on) as date) as transaction_month,
        cast(date_trunc('month', earning_on) as date) as earning_month
    from sampled
),

candidates as (
    select 'transaction_on' as date_column, series_no, mau, transaction_month as month from told
    union all
    select 'earning_on', series_no, mau, earning_month from told
),

counted as (
    select
        c.date_column,
        count(l.mau) as compared_count,
        cast(coalesce(sum(case when l.mau = c.mau then 1 else 0 end), 0) as bigint) as agreeing_count
    from candidates as c
    left join ledger as l on c.series_no = l.series_no and c.month = l.month
    group by c.date_column
)

select
    date_column,
    compared_count,
    agreeing_count,
    agreeing_count / cast(nullif(compared_count, 0) as double) as agreeing_share,
    row_number() over (order by agreeing_count desc, date_column desc) = 1 as is_proposed
from counted
order by is_proposed desc, date_column asc
