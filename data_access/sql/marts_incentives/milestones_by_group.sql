-- How many workloads stand before, just under and on each step of the rules in force, rolled up for pages.
-- Grain: step x step group x workload x customer group x partner location.
create table milestones_by_group as
select
    step,
    step_group,
    workload,
    group_id,
    partner_id,
    count(*) as series_count,
    count(blocked_by) as blocked_count,
    cast(sum(users_to_next) as bigint) as users_to_next,
    cast(sum(amount_usd) as decimal(18, 2)) as amount_usd,
    cast(sum(case when blocked_by is null then value_usd end) as decimal(18, 2)) as value_usd
from milestone_standing
group by step, step_group, workload, group_id, partner_id
