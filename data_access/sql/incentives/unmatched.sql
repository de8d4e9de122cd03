-- Which reported earnings belong to a customer or claim that no usage file knows?
-- Grain: earning_id, a page of them; total_count is of all. unmatched_by: tenant or claim. Unknown customers are shown
-- to viewers who see all customers. By $sort_by the largest amount or the newest month comes first.
with listed as (
    select
        r.earning_id,
        case $sort_by
            when 'amount_usd' then cast(abs(r.amount_usd) as double)
            when 'month' then cast(date_diff('day', date '2000-01-01', r.month) as double)
        end as sort_number
    from reported as r
    left join visible_groups as g on r.group_id = g.group_id
    where
        r.unmatched_by is not null
        and ((g.group_id is not null and ($tenant is null or r.tenant_id = $tenant)) or (
            r.unmatched_by = 'tenant'
            and $sees_all
            and $tenant is null
            and $segments is null
            and $countries is null
            and $managers is null
        ))
        and ($start is null or r.month is null or r.month >= $start)
        and ($end_before is null or r.month is null or r.month < $end_before)
        and ($workloads is null or list_contains($workloads, r.workload))
        and ($locations is null or list_contains($locations, r.partner_id))
        and (
            $search is null
            or contains(lower(coalesce(r.customer_name, '')), lower($search))
            or contains(lower(coalesce(r.claim_id, '')), lower($search))
            or r.tenant_id = lower($search)
        )
),

counted as (
    select count(*) as total_count
    from listed
),

shown as (
    select earning_id, sort_number
    from listed
    order by sort_number desc nulls last, earning_id asc
    limit $page_size offset $skip_rows
)

select
    r.earning_id,
    r.unmatched_by,
    r.tenant_id,
    r.customer_name,
    r.claim_id,
    r.workload,
    r.month,
    r.amount,
    r.currency,
    r.amount_usd,
    r.payment_status,
    r.reason_code,
    n.total_count
from shown as s
inner join reported as r on s.earning_id = r.earning_id
cross join counted as n
order by s.sort_number desc nulls last, s.earning_id asc
