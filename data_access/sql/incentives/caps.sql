-- How much of each cap is used, and what does it have left?
-- Grain: cap account = tenant x rule set, x workload where the cap is per workload (else workload is empty).
-- used_usd is what the rules paid so far (estimate); hit_on: the first month whose amount the cap cut.
with sums as (
    select
        rule_no,
        account_no,
        max(tenant_no) as tenant_no,
        max(cap_cents) as cap_cents,
        cast(sum(before_cents) as bigint) as before_cents,
        cast(sum(payable_cents) as bigint) as payable_cents,
        min(case when payable_cents < before_cents then month end) as hit_on
    from incentive_amounts
    where
        cap_cents is not null
        and ($workloads is null or cap_scope = 'customer' or list_contains($workloads, workload))
    group by rule_no, account_no
),

sets as (
    select distinct rule_no, rule_set, cap_scope
    from rule_growth
),

accounts as (
    select
        v.tenant_id,
        v.name,
        v.account_manager,
        r.rule_set,
        case when r.cap_scope = 'customer_workload' then w.workload end as workload,
        s.cap_cents,
        s.before_cents,
        s.payable_cents,
        s.hit_on
    from sums as s
    inner join sets as r on s.rule_no = r.rule_no
    inner join incentive_series as t on s.tenant_no = t.series_no
    inner join incentive_series as w on s.account_no = w.series_no
    inner join visible_customers as v on t.tenant_id = v.tenant_id
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
