-- What adds up to the open opportunities?
-- Grain: one opportunity; over the whole book many ready ones are one row, and one that was touched since takes itself
-- back from it by counts below zero. tenant_id is null where many customers are added up.
with opened as (
    select *
    from touched
    where signal is not null and status not in ('won', 'dismissed')
)

select
    tenant_id,
    owner,
    signal,
    signals,
    'new' as status,
    false as is_back,
    open_count,
    value_usd,
    valued_count,
    expected_usd,
    expected_count,
    illustrative_count
from ready
union all
select
    tenant_id,
    owner,
    signal,
    signals,
    status,
    is_back,
    1,
    value_usd,
    case when value_usd is not null then 1 else 0 end,
    expected_usd,
    case when expected_usd is not null then 1 else 0 end,
    case when is_illustrative then 1 else 0 end
from opened
