-- Which workload names do the files use for one customer that nobody has named?
-- Grain: workload name, in order.
with used as (
    select distinct s.workload
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
)

select u.workload
from used as u
left join workloads as w on u.workload = w.workload
where w.workload is null
order by u.workload
