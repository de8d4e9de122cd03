-- Which months can be scored, and from which day on does each month's usage count?
-- **Grain:** one row per scored month: the last twelve complete months.
-- A score compares a month with the same month a year earlier: without that month it is unknown.
-- `customers_count` is all of the partner's customers: a score of fewer says so.
create or replace table score_months as
with complete as (
    select
        month,
        row_number() over (order by month desc) as recency
    from months
    where is_complete
),

scored as (
    select
        month,
        cast(month - interval 12 month as date) as year_before,
        cast(month + interval 1 month + (interval 1 day) * ($usage_complete_day - 1) as date) as counted_on,
        recency = 1 as is_latest
    from complete
    where recency <= 12
)

select
    scored.month,
    scored.year_before,
    scored.counted_on,
    scored.is_latest,
    complete.month is not null as is_comparable,
    (select count(*) from customers) as customers_count
from scored
left join complete on scored.year_before = complete.month
