-- How many workloads of the customers one sees stand before, just under and on each step?
-- Grain: step x step group x workload x customer group x partner location.
with grouped as (
    select group_id from visible_groups
)

select
    m.step,
    m.step_group,
    m.workload,
    m.partner_id,
    m.series_count,
    m.blocked_count,
    m.users_to_next,
    m.amount_usd,
    m.value_usd
from milestones_by_group as m
inner join grouped as g on m.group_id = g.group_id
