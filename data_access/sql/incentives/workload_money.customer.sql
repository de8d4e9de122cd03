-- Which money is reported, estimated and still open for one customer, by workload?
-- Grain: earning, month x workload, and workload. What is open has no month.
with told as (
    select r.month, r.workload, r.amount_usd
    from reported as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
)

select
    month,
    workload,
    amount_usd as reported_usd,
    null as estimated_usd,
    null as potential_usd
from told
union all
select i.month, i.workload, null, i.estimated_usd, null
from incentive_ledger as i
inner join visible_customers as v on i.tenant_id = v.tenant_id
union all
select null, p.workload, null, null, p.remaining_usd
from incentive_position as p
inner join visible_customers as v on p.tenant_id = v.tenant_id
where p.is_associated and p.is_current
