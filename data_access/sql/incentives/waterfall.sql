-- How do active users become money: above the mark, eligible, at the rate, within the cap?
-- Grain: step. Units add up to the eligible ones and USD to payable, both exactly. Workload users, not people; growth
-- rules only; all money is an estimate.
with totals as (
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
    from units as r
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
