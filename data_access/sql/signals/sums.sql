-- What adds up to the open opportunities?
-- Grain: one opportunity; over the whole book many ready ones are one row. tenant_id is null where many customers are
-- added up.
with ready as (
    select
        l.tenant_id,
        v.account_manager_id as owner,
        l.signal,
        l.signals,
        1 as open_count,
        l.value_usd,
        case when l.value_usd is not null then 1 else 0 end as valued_count,
        l.expected_usd,
        case when l.expected_usd is not null then 1 else 0 end as expected_count,
        case when l.is_illustrative then 1 else 0 end as illustrative_count
    from opportunity_lines as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    left join touched as t on l.tenant_id = t.tenant_id and l.workload = t.workload
    where
        t.tenant_id is null
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
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
