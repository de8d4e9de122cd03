-- Which workload names do the files use that nobody has named?
-- Grain: workload name, in order.
with used as (
    select distinct o.workload
    from group_options as o
    inner join visible_groups as g on o.group_id = g.group_id
)

select u.workload
from used as u
left join workloads as w on u.workload = w.workload
where w.workload is null
order by u.workload
