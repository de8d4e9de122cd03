-- Which workloads of one customer stand before, just under and on each step?
-- Grain: workload x step.
with seen as (
    select tenant_id from visible_customers
)

select
    m.step,
    m.step_group,
    m.workload,
    m.partner_id,
    cast(1 as bigint) as series_count,
    cast(case when m.blocked_by is null then 0 else 1 end as bigint) as blocked_count,
    m.users_to_next,
    m.amount_usd,
    case when m.blocked_by is null then m.value_usd end as value_usd
from milestone_standing as m
inner join seen as v on m.tenant_id = v.tenant_id
