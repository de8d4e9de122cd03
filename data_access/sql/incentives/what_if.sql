-- What would growth rules have paid at another rate, under another cap, or with more users in the latest month?
-- Grain: tenant ($slice_by = customer) or all (portfolio), the scenario named on every row. Nothing is saved.
-- $rate_factor applies to $rate_workload, or to all; $plus_users to $users_workload and $users_tenant, or to all;
-- $cap_usd replaces every cap. A period's payment of a cap account is what the cap lets through until its end less what
-- it let through before its start, so no running sums.
with units as (
    select
        tenant_no,
        rule_no,
        account_no,
        cap_cents,
        month,
        rate_micros,
        $rate_workload is null or workload = $rate_workload as is_changed,
        before_cents as base_cents,
        new_units as scenario_units
    from incentive_amounts
    where
        ($end_before is null or month < $end_before)
        and not (
            is_latest
            and $plus_users > 0
            and ($users_workload is null or workload = $users_workload)
            and ($users_tenant is null or tenant_id = $users_tenant)
        )
    union all
    select
        p.tenant_no,
        p.rule_no,
        p.account_no,
        p.cap_cents,
        p.month,
        p.rate_micros,
        $rate_workload is null or p.workload = $rate_workload,
        coalesce(a.before_cents, 0),
        greatest(0, least(p.mau + $plus_users, p.pau) - p.prior_hwm)
    from incentive_position as p
    left join incentive_amounts as a on p.series_no = a.series_no and p.month = a.month
    where
        $plus_users > 0
        and p.is_earning
        and ($end_before is null or p.month < $end_before)
        and ($users_workload is null or p.workload = $users_workload)
        and ($users_tenant is null or p.tenant_id = $users_tenant)
),

multiplied as (
    select
        *,
        scenario_units
        * case when is_changed then cast(round(rate_micros * $rate_factor) as bigint) else rate_micros end as micros
    from units
),

rounded as (
    select
        *,
        micros // 10000
        + case
            when micros % 10000 > 5000 or (micros % 10000 = 5000 and micros // 10000 % 2 = 1) then 1 else 0
        end as changed_cents
    from multiplied
),

accounts as (
    select
        tenant_no,
        max(cap_cents) as cap_cents,
        coalesce(cast(round($cap_usd * 100) as bigint), max(cap_cents)) as changed_cap_cents,
        cast(sum(base_cents) as bigint) as base_cents,
        cast(coalesce(sum(case when month < $start then base_cents end), 0) as bigint) as base_earlier_cents,
        cast(sum(changed_cents) as bigint) as changed_cents,
        cast(coalesce(sum(case when month < $start then changed_cents end), 0) as bigint) as changed_earlier_cents
    from rounded
    group by tenant_no, rule_no, account_no
),

paid as (
    select
        tenant_no,
        least(base_cents, coalesce(cap_cents, base_cents))
        - least(base_earlier_cents, coalesce(cap_cents, base_earlier_cents)) as base_cents,
        least(changed_cents, coalesce(changed_cap_cents, changed_cents))
        - least(changed_earlier_cents, coalesce(changed_cap_cents, changed_earlier_cents)) as changed_cents
    from accounts
),

sliced as (
    select
        case when $slice_by = 'customer' then v.tenant_id end as tenant_id,
        case when $slice_by = 'customer' then v.name end as name,
        p.tenant_no,
        p.base_cents,
        p.changed_cents
    from paid as p
    inner join incentive_series as s on p.tenant_no = s.series_no
    inner join visible_customers as v on s.tenant_id = v.tenant_id
)

select
    cast($scenario as varchar) as scenario,
    tenant_id,
    name,
    cast(sum(base_cents) as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as base_usd,
    cast(sum(changed_cents) as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as scenario_usd,
    cast(sum(changed_cents) - sum(base_cents) as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as change_usd,
    count(distinct tenant_no) as customers_count
from sliced
group by tenant_id, name
order by abs(sum(changed_cents) - sum(base_cents)) desc, tenant_id asc
