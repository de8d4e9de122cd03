-- How many records are there, how many of them usable, and how many refused?
-- Grain: one row.
select
    count(*) as records_count,
    count(case when is_usable then 1 end) as usable_count,
    count(case when not is_usable and not is_blank then 1 end) as refused_count
from typed
