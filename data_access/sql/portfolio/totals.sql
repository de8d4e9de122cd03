-- How many customers are associated, and since when did each count?
-- Grain: month. A customer counts from the first to the last month any of its workloads was associated and reported.
with shown as (
    select month, is_complete
    from months
)

select
    m.month,
    coalesce(a.associated_customers, 0) as associated_customers,
    m.is_complete
from shown as m
left join associated as a on m.month = a.month
where
    ($start is null or m.month >= $start)
    and ($end_before is null or m.month < $end_before)
order by m.month
