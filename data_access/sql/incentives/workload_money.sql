-- Which money is reported, estimated and still open for the customers one sees, by workload?
-- Grain: month x workload x customer group, each kind of money apart. What is open has no month.
with told as (
    select r.month, r.workload, r.amount_usd
    from reported_by_group as r
    inner join visible_groups as g on r.group_id = g.group_id
)

select
    month,
    workload,
    amount_usd as reported_usd,
    null as estimated_usd,
    null as potential_usd
from told
union all
select b.month, b.workload, null, b.estimated_usd, null
from incentive_by_group as b
inner join visible_groups as g on b.group_id = g.group_id
union all
select null, p.workload, null, null, p.remaining_usd
from incentive_position as p
inner join visible_customers as v on p.tenant_id = v.tenant_id
where p.is_associated and p.is_current
