-- Which users came to and went from the workloads of one customer?
-- Grain: month x workload, in each of the ways that it changed.
with seen as (
    select tenant_id from visible_customers
)

select
    c.month,
    c.workload,
    c.partner_id,
    case when c.change_kind = 'opening' then c.change_users else 0 end as opening,
    case when c.change_kind = 'newly_associated' then c.change_users else 0 end as newly_associated,
    case when c.change_kind = 'expansion' then c.change_users else 0 end as expansion,
    case when c.change_kind = 'contraction' then c.change_users else 0 end as contraction,
    cast(0 as bigint) as lost
from ledger as c
inner join seen as v on c.tenant_id = v.tenant_id
where c.change_kind is not null
union all
select
    g.month,
    g.workload,
    g.partner_id,
    0,
    0,
    0,
    0,
    g.users
from lost as g
inner join seen as v on g.tenant_id = v.tenant_id
