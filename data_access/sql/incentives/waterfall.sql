-- How do active users become money: above the mark, eligible, at the rate, within the cap?
-- Grain: step. Units add up to the eligible ones and USD to payable, both exactly. Workload users, not people; growth
-- rules only; all money is an estimate.
with one_customer as (
    select
        i.*,
        i.is_associated and i.prior_hwm is not null and i.pau is not null as is_judged,
        case when i.before_cap_usd > 0 and i.family = 'growth' then i.new_units else 0 end as paid_units
    from incentive_ledger as i
    inner join visible_customers as v on i.tenant_id = v.tenant_id
    where i.tenant_id = $tenant and i.mau is not null
),

rolled_up as (
    select
        month,
        workload,
        group_id,
        partner_id,
        mau,
        not_claimed_units,
        unknown_units,
        below_mark_units,
        above_paid_units,
        refused_units,
        eligible_units,
        before_cap_usd,
        payable_usd
    from incentive_by_group
    where $tenant is null
    union all
    select
        month,
        workload,
        group_id,
        partner_id,
        mau,
        case when not is_associated then mau else 0 end,
        case when is_associated and not is_judged then mau else 0 end,
        case when is_judged then least(mau, prior_hwm) else 0 end,
        case when is_judged then greatest(0, mau - greatest(pau, prior_hwm)) else 0 end,
        case when is_judged then greatest(0, least(mau, pau) - prior_hwm) - paid_units else 0 end,
        paid_units,
        case when family = 'growth' then before_cap_usd end,
        case when family = 'growth' then payable_usd end
    from one_customer
),

totals as (
    select
        cast(coalesce(sum(r.mau), 0) as bigint) as mau,
        cast(coalesce(sum(r.not_claimed_units), 0) as bigint) as not_claimed,
        cast(coalesce(sum(r.unknown_units), 0) as bigint) as hwm_unknown,
        cast(coalesce(sum(r.below_mark_units), 0) as bigint) as below_mark,
        cast(coalesce(sum(r.above_paid_units), 0) as bigint) as above_paid,
        cast(coalesce(sum(r.refused_units), 0) as bigint) as refused,
        cast(coalesce(sum(r.eligible_units), 0) as bigint) as eligible,
        cast(coalesce(sum(r.before_cap_usd), 0) as decimal(18, 2)) as before_cap_usd,
        cast(coalesce(sum(r.payable_usd), 0) as decimal(18, 2)) as payable_usd
    from rolled_up as r
    inner join visible_groups as g on r.group_id = g.group_id
    where
        ($start is null or r.month >= $start)
        and ($end_before is null or r.month < $end_before)
        and ($workloads is null or list_contains($workloads, r.workload))
        and ($locations is null or list_contains($locations, r.partner_id))
),

steps as (
    select 1 as position, 'active_users' as step, true as is_total, mau as units, null as amount_usd from totals
    union all
    select 2, 'not_claimed', false, -not_claimed, null from totals
    union all
    select 3, 'hwm_unknown', false, -hwm_unknown, null from totals
    union all
    select 4, 'at_or_below_mark', false, -below_mark, null from totals
    union all
    select 5, 'above_paid_units', false, -above_paid, null from totals
    union all
    select 6, 'refused', false, -refused, null from totals
    union all
    select 7, 'eligible', true, eligible, null from totals
    union all
    select 8, 'at_the_rate', true, eligible, before_cap_usd from totals
    union all
    select 9, 'cut_by_cap', false, null, payable_usd - before_cap_usd from totals
    union all
    select 10, 'payable', true, null, payable_usd from totals
)

select
    position,
    step,
    is_total,
    units,
    cast(amount_usd as decimal(18, 2)) as amount_usd
from steps
order by position
