-- What adds up to the whole book's open opportunities?
-- Grain: one row of opportunity_sums, or one opportunity: a line that a claim touches or somebody works on takes its
-- ready row back, by counts below zero, and adds what is so now.
with ready as (
    select
        cast(null as varchar) as tenant_id,
        account_manager_id as owner,
        signal,
        signals,
        open_count,
        value_usd,
        valued_count,
        expected_usd,
        expected_count,
        illustrative_count
    from opportunity_sums
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
)

select
    tenant_id,
    owner,
    signal,
    signals,
    'new' as status,
    false as is_back,
    cast(open_count as bigint) as open_count,
    cast(value_usd as decimal(18, 2)) as value_usd,
    cast(valued_count as bigint) as valued_count,
    expected_usd,
    cast(expected_count as bigint) as expected_count,
    cast(illustrative_count as bigint) as illustrative_count
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
from touched
where signal is not null and status not in ('won', 'dismissed')
