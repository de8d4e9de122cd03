-- How many workloads of the whole book stand before, just under and on each step: what milestones_by_group holds.
-- Grain: step x step group x workload x partner location. Its size does not grow with the customers.
create table book_milestones as
select
    step,
    step_group,
    workload,
    partner_id,
    cast(sum(series_count) as bigint) as series_count,
    cast(sum(blocked_count) as bigint) as blocked_count,
    cast(sum(users_to_next) as bigint) as users_to_next,
    cast(sum(amount_usd) as decimal(18, 2)) as amount_usd,
    cast(sum(value_usd) as decimal(18, 2)) as value_usd
from milestones_by_group
group by step, step_group, workload, partner_id
