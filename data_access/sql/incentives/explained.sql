-- Which differences between expected and reported money have the customers one sees, and by which cause?
-- Grain: tenant x workload x month x claim x family; those that agree too.
with seen as (
    select tenant_id from visible_customers
)

select
    d.cause,
    d.month,
    d.workload,
    d.partner_id,
    cast(1 as bigint) as months_count,
    d.expected_usd,
    d.reported_usd,
    d.difference_usd
from incentive_differences as d
inner join seen as v on d.tenant_id = v.tenant_id
