-- Which months are read as "now", and at which earlier ones is the portfolio's history read?
-- Grain: month x is_now; origin_no stands for both. Origins lie far enough back that every source has delivered what
-- came after them, up to horizon_end, and far enough from the beginning that three months before them are known. Late
-- sources stand at a month of their own.
create temp table signal_months as
with ends as (
    select
        min(month) as first_month,
        max(case when is_complete then month end) as last_complete_month
    from months
),

aged as (
    select
        m.month,
        date_diff('month', m.month, e.last_complete_month) - $horizon_months as age,
        date_diff('month', e.first_month, m.month) as known_before
    from months as m
    cross join ends as e
),

origins as (
    select month, false as is_now
    from aged
    where age >= 0 and age % $origin_step_months = 0 and known_before >= 3
    union all
    select distinct last_month, true
    from series
    where is_current
)

select
    month,
    is_now,
    row_number() over (order by month, is_now) as origin_no,
    cast(month + to_months($horizon_months) as date) as horizon_end
from origins
