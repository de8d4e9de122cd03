-- Which opportunities promise most, and what is the state of the work on them?
-- Grain: tenant x workload, by expected value, then value, then customer and workload. status 'open' is everything but
-- won and dismissed; place counts in the filtered list, of which total_count is the length.
with kept as (
    select
        *,
        count(*) over () as total_count
    from standing
    where
        tenant_id in (select tenant_id from visible_customers)
        and ($signal is null or contains('+' || signals || '+', '+' || $signal || '+'))
        and ($owner is null or owner = $owner)
        and (
            $status = 'all'
            or status = $status
            or ($status = 'open' and status not in ('won', 'dismissed'))
        )
        and ($min_value is null or value_usd >= $min_value)
        and ($workload_code is null or workload = $workload_code)
        and (
            $search is null
            or contains(lower(name), lower($search))
            or tenant_id = lower($search)
        )
),

paged as (
    select *
    from kept
    order by expected_usd desc nulls last, value_usd desc nulls last, tenant_id asc, workload asc
    limit $page_size offset $skip_rows
)

select
    tenant_id,
    name,
    workload,
    signal,
    signals,
    facts,
    since_on,
    value_usd,
    probability,
    expected_usd,
    evidence_count,
    reached_count,
    confidence,
    stratum,
    momentum,
    mau,
    pau,
    mark,
    mau_3,
    pau_3,
    target_users,
    claim_id,
    is_illustrative,
    account_manager_id,
    account_manager,
    status,
    is_back,
    said_status,
    closed_signals,
    closed_mau,
    closed_pau,
    closed_because,
    owner,
    note,
    changed_by,
    changed_at,
    facts_key,
    $skip_rows + row_number() over (
        order by expected_usd desc nulls last, value_usd desc nulls last, tenant_id asc, workload asc
    ) as place,
    total_count
from paged
order by place
