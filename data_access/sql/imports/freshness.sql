-- How far does each source reach, when is the next delivery expected, and which source is late?
-- Grain: source.
with seen as (
    select count(*) as customers_count from visible_customers
)

select
    f.source,
    f.last_month,
    f.as_of_on,
    f.imported_at,
    f.next_expected_on,
    f.is_late,
    f.is_stopped,
    m.complete_through
from freshness as f
cross join seen
cross join (select max(case when is_complete then month end) as complete_through from months) as m
order by f.source
