-- What growth rules paid under each cap so far.
-- Grain: cap account = tenant x rule set, x workload where the cap is per workload (else workload is empty).
-- cap_no: 1 is the fullest; rows stand in this order. Money in whole cents, as in incentive_amounts.
create table incentive_caps as
with sums as (
    select
        rule_no,
        account_no,
        max(tenant_no) as tenant_no,
        max(rule_set) as rule_set,
        max(cap_scope) as cap_scope,
        max(cap_cents) as cap_cents,
        cast(sum(before_cents) as bigint) as before_cents,
        cast(sum(payable_cents) as bigint) as payable_cents,
        min(case when payable_cents < before_cents then month end) as hit_on
    from incentive_amounts
    where cap_cents is not null
    group by rule_no, account_no
),

named as (
    select
        t.tenant_id,
        s.rule_set,
        case when s.cap_scope = 'customer_workload' then w.workload end as workload,
        s.cap_cents,
        s.before_cents,
        s.payable_cents,
        s.payable_cents / cast(nullif(s.cap_cents, 0) as double) as used_share,
        s.hit_on
    from sums as s
    inner join incentive_series as t on s.tenant_no = t.series_no
    inner join incentive_series as w on s.account_no = w.series_no
)

select
    *,
    row_number() over (order by used_share desc nulls last, tenant_id asc, rule_set asc, workload asc) as cap_no
from named
order by cap_no
