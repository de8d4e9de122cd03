-- Every month with usage, and whether all sources that are still delivering have delivered it.
-- Grain: month.
create table months as
with held_back as (
    select min(last_month) as complete_through from freshness where is_late
)

select
    m.month,
    m.month <= coalesce(h.complete_through, m.month) as is_complete,
    m.month = (select min(month) from source_months) as is_first
from (select distinct month from source_months) as m
cross join held_back as h
