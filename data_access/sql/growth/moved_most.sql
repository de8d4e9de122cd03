-- Which of the customers one sees moved most between two months?
-- Grain: tenant, the $most each way, over all workloads. Where workloads or locations are chosen it is everybody:
-- growth/movers ranks them.
with changes as (
    select
        c.tenant_id,
        sum(c.mau * s.side) as mau_change
    from customer_months as c
    inner join sides as s on c.month = s.month
    inner join visible_customers as v on c.tenant_id = v.tenant_id
    where $workloads is null and $locations is null
    group by c.tenant_id
),

up as (
    select tenant_id
    from changes
    where mau_change > 0
    order by mau_change desc, tenant_id asc
    limit $most
),

down as (
    select tenant_id
    from changes
    where mau_change < 0
    order by mau_change asc, tenant_id asc
    limit $most
)

select tenant_id from up
union all
select tenant_id from down
union all
select tenant_id
from visible_customers
where $workloads is not null or $locations is not null
