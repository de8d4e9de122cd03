-- Which open opportunities of the customers one sees come ready from the mart, touched by nobody?
-- Grain: one opportunity.
with seen as (
    select tenant_id, account_manager_id from visible_customers
)

select
    l.tenant_id,
    v.account_manager_id as owner,
    l.signal,
    l.signals,
    cast(1 as bigint) as open_count,
    l.value_usd,
    cast(case when l.value_usd is not null then 1 else 0 end as bigint) as valued_count,
    l.expected_usd,
    cast(case when l.expected_usd is not null then 1 else 0 end as bigint) as expected_count,
    cast(case when l.is_illustrative then 1 else 0 end as bigint) as illustrative_count
from opportunity_lines as l
inner join seen as v on l.tenant_id = v.tenant_id
left join touched as t on l.line_no = t.line_no
where
    t.line_no is null
    and ($workloads is null or list_contains($workloads, l.workload))
    and ($locations is null or list_contains($locations, l.partner_id))
