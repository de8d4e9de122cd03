-- How far does each source reach, when is the next delivery expected, and which source is late?
-- Grain: source.
with reached as (
    select max(case when is_complete then month end) as complete_through from months
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
cross join reached as m
order by f.source
