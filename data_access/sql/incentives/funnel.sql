-- How many customer workloads stand before, just under and on each step of the rules in force?
-- Grain: step x group. Groups: reached_this_month, reached, within_10_percent (of PAU), later, out_of_reach (too
-- small), unknown. blocked_count: those that would earn nothing, value_usd what the open ones would pay (estimate).
with narrowed as (
    select *
    from rungs
    where
        ($workloads is null or list_contains($workloads, workload))
        and ($locations is null or list_contains($locations, partner_id))
)

select
    n.step,
    n.step_group,
    cast(sum(n.series_count) as bigint) as series_count,
    cast(sum(n.blocked_count) as bigint) as blocked_count,
    cast(sum(n.users_to_next) as bigint) as users_to_next,
    cast(sum(n.amount_usd) as decimal(18, 2)) as amount_usd,
    cast(sum(n.value_usd) as decimal(18, 2)) as value_usd
from narrowed as n
group by n.step, n.step_group
order by n.step, n.step_group
