-- Whose series it is, its mark, its next step, what it pays and for how long, and what is left under its cap.
-- **Grain:** tenant x workload. known_month: the marks' month, which may be later than the last complete one. rate:
-- null while a rule refuses to pay; paying_months: months after the position's month until the time cap, null without
-- one; account: series of one account share cap_balance_usd.
with placed as (
    select
        *,
        coalesce(rule_set, '') || '/' || coalesce(cap_scope, '') || '/' || coalesce(account_no, series_no) as account
    from snapshot.incentive_position
)

select
    p.tenant_id || '/' || p.workload as unique_id,
    p.tenant_id,
    p.workload,
    c.segment,
    c.account_manager_id,
    c.team,
    p.month as known_month,
    p.pau,
    p.hwm,
    p.next_step,
    p.pau * p.next_step / 100.0 as next_level,
    case when p.is_earning then p.rate end as rate,
    cast(greatest(0, g.time_cap_months - p.months_since - 1) as bigint) as paying_months,
    p.account,
    p.cap_balance_usd,
    p.is_associated
from placed as p
inner join snapshot.customers as c on p.tenant_id = c.tenant_id
left join snapshot.rule_growth as g
    on p.rule_set = g.rule_set and p.workload = g.workload and p.month >= g.start and p.month < g.end_before
