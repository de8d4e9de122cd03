-- Which open opportunities of the whole book come ready from the mart?
-- Grain: one row of opportunity_sums, or one opportunity: a line that a claim touches or somebody works on takes its
-- ready row back, by counts below zero. tenant_id is null where many customers are added up.
with book as (
    select * from opportunity_sums
)

select
    cast(null as varchar) as tenant_id,
    account_manager_id as owner,
    signal,
    signals,
    cast(open_count as bigint) as open_count,
    cast(value_usd as decimal(18, 2)) as value_usd,
    cast(valued_count as bigint) as valued_count,
    expected_usd,
    cast(expected_count as bigint) as expected_count,
    cast(illustrative_count as bigint) as illustrative_count
from book
union all
select
    l.tenant_id,
    v.account_manager_id,
    l.signal,
    l.signals,
    -1,
    -l.value_usd,
    case when l.value_usd is not null then -1 else 0 end,
    -l.expected_usd,
    case when l.expected_usd is not null then -1 else 0 end,
    case when l.is_illustrative then -1 else 0 end
from opportunity_lines as l
inner join touched as t on l.tenant_id = t.tenant_id and l.workload = t.workload
inner join visible_customers as v on l.tenant_id = v.tenant_id
