-- How much of each cap is used, and what does it have left?
-- Grain: cap account = tenant x rule set, x workload where the cap is per workload (else workload is empty).
-- used_usd is what the rules paid so far (estimate); hit_on: the first month whose amount the cap cut.
with accounts as (
    select
        a.tenant_id,
        v.name,
        v.account_manager,
        a.rule_set,
        case when a.cap_scope = 'customer_workload' then a.workload end as workload,
        max(a.cap_cents) as cap_cents,
        cast(sum(a.before_cents) as bigint) as before_cents,
        cast(sum(a.payable_cents) as bigint) as payable_cents,
        min(case when a.payable_cents < a.before_cents then a.month end) as hit_on
    from incentive_amounts as a
    inner join visible_customers as v on a.tenant_id = v.tenant_id
    where
        a.cap_cents is not null
        and ($workloads is null or a.cap_scope = 'customer' or list_contains($workloads, a.workload))
    group by
        a.tenant_id,
        v.name,
        v.account_manager,
        a.rule_set,
        case when a.cap_scope = 'customer_workload' then a.workload end
)

select
    tenant_id,
    name,
    account_manager,
    rule_set,
    workload,
    cast(cap_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cap_usd,
    cast(payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as used_usd,
    cast(cap_cents - payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as balance_usd,
    cast(before_cents - payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cut_usd,
    payable_cents / cast(nullif(cap_cents, 0) as double) as used_share,
    hit_on
from accounts
order by used_share desc nulls last, tenant_id asc, rule_set asc, workload asc
limit $row_limit
