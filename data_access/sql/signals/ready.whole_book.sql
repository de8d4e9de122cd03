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
    tenant_id,
    account_manager_id,
    ready_signal,
    ready_signals,
    -1,
    -ready_usd,
    case when ready_usd is not null then -1 else 0 end,
    -ready_expected_usd,
    case when ready_expected_usd is not null then -1 else 0 end,
    case when is_illustrative then -1 else 0 end
from touched
where line_no is not null
