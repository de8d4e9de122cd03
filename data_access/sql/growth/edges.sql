-- Between which two complete months is a change counted?
-- Grain: one row. The first and the last one shown; without a start, the last two that any source delivered.
with shown as (
    select
        month,
        lag(month) over (order by month) as month_before
    from months
    where is_complete and ($end_before is null or month < $end_before)
)

select
    coalesce(
        case when $start is null then max(month_before) else min(case when month >= $start then month end) end,
        max(month)
    ) as first_month,
    max(month) as last_month
from shown
