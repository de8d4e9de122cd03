-- Which lines of the list are on this page, and how many are there on all?
-- Grain: tenant x workload, in the order of the list, $page_size of them after $skip_rows. ready_no is the line_no of
-- one that comes ready from the mart; the others are in signals/touched.
with briefly as (
    select
        l.tenant_id,
        l.workload,
        l.signals,
        l.value_usd,
        l.expected_usd,
        v.account_manager_id as owner,
        'new' as status,
        v.name,
        l.line_no as ready_no,
        false as is_touched
    from opportunity_lines as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    left join touched as t on l.line_no = t.line_no
    where
        t.line_no is null
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
    union all
    select
        t.tenant_id,
        t.workload,
        t.signals,
        t.value_usd,
        t.expected_usd,
        t.owner,
        t.status,
        t.name,
        null,
        true as is_touched
    from touched as t
    where t.signal is not null
),

kept as (
    select tenant_id, workload, value_usd, expected_usd, ready_no, is_touched
    from briefly
    where
        ($signal is null or contains('+' || signals || '+', '+' || $signal || '+'))
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

counted as (
    select count(*) as total_count
    from kept
)

select
    k.*,
    c.total_count
from kept as k
cross join counted as c
order by k.expected_usd desc nulls last, k.value_usd desc nulls last, k.tenant_id asc, k.workload asc
limit $page_size offset $skip_rows
