-- Which active users become money, of the customers one sees?
-- Grain: month x workload x customer group x partner location. Every active user is in exactly one of the *_units.
with grouped as (
    select group_id from visible_groups
)

select
    b.month,
    b.workload,
    b.partner_id,
    b.mau,
    b.not_claimed_units,
    b.unknown_units,
    b.below_mark_units,
    b.above_paid_units,
    b.refused_units,
    b.eligible_units,
    b.before_cap_usd,
    b.payable_usd
from incentive_by_group as b
inner join grouped as g on b.group_id = g.group_id
