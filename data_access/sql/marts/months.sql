-- Every month with usage, and whether all sources that are still delivering have delivered it.
-- Grain: month. What only reports of single customers have reached is no month of the portfolio yet.
create table months as
with held_back as (
    select
        coalesce(
            min(case when is_late then last_month end),
            max(case when is_of_all then last_month end)
        ) as complete_through
    from freshness
)

select
    m.month,
    m.month <= coalesce(h.complete_through, m.month) as is_complete,
    m.month = (select min(month) from source_months) as is_first
from (select distinct month from source_months) as m
cross join held_back as h
