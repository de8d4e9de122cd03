-- In which order do the caps of the customers one sees come?
-- Grain: cap account. The greatest sort_number first, then cap_no; a customer's own cap is seen from every workload.
with seen as (
    select tenant_id, name, domain from visible_customers
)

select
    c.cap_no,
    case $sort_by
        when 'balance_usd' then c.payable_cents - c.cap_cents
        when 'used_usd' then c.payable_cents
        when 'cut_usd' then c.before_cents - c.payable_cents
    end as sort_number
from incentive_caps as c
inner join seen as v on c.tenant_id = v.tenant_id
where
    ($workloads is null or c.workload is null or list_contains($workloads, c.workload))
    and (
        $search is null
        or contains(lower(v.name), lower($search))
        or contains(lower(coalesce(v.domain, '')), lower($search))
        or v.tenant_id = lower($search)
    )
