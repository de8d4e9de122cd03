-- Which workloads have a step of their milestones before them that can still be reached?
-- Grain: tenant x workload. One in fourteen of incentive_position: a page of customers looks up its nearest steps here.
create table portfolio_steps as
select
    tenant_id,
    workload,
    next_step,
    users_to_next
from incentive_position
where
    is_current
    and is_associated
    and users_to_next > 0
    and milestone_blocked_by is null
