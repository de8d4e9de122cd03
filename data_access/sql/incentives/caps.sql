-- How much of each cap is used, and what does it have left? A page of them.
-- Grain: cap account = tenant x rule set, x workload where the cap is per workload (else workload is empty).
-- used_usd is what the rules paid so far (estimate); hit_on: the first month whose amount the cap cut. The fullest
-- first, the least balance, the most used or cut off, by $sort_by; a customer's own cap is seen from every workload.
with counted as (
    select count(*) as total_count
    from caps_in_order
),

shown as (
    select cap_no, sort_number
    from caps_in_order
    order by sort_number desc nulls last, cap_no asc
    limit $page_size offset $skip_rows
)

select
    c.tenant_id,
    v.name,
    v.account_manager,
    c.rule_set,
    c.workload,
    cast(c.cap_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cap_usd,
    cast(c.payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as used_usd,
    cast(c.cap_cents - c.payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as balance_usd,
    cast(c.before_cents - c.payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cut_usd,
    c.used_share,
    c.hit_on,
    n.total_count
from shown as s
inner join incentive_caps as c on s.cap_no = c.cap_no
inner join visible_customers as v on c.tenant_id = v.tenant_id
cross join counted as n
order by s.sort_number desc nulls last, s.cap_no asc
