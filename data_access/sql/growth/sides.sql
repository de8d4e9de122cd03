-- Which two months are compared?
-- Grain: the first of growth/edges, side -1, and the last, side 1.
with ends as (
    select * from edges
)

select
    first_month as month,
    -1 as side
from ends
union all
select
    last_month as month,
    1 as side
from ends
