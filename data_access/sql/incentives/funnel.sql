-- How many customer workloads stand before, just under and on each step of the rules in force?
-- Grain: step x group. Groups: reached_this_month, reached, within_10_percent (of PAU), later, out_of_reach (too
-- small), unknown. blocked_count: those that would earn nothing, value_usd what the open ones would pay (estimate).
with judged as (
    select
        m.step,
        case
            when m.reached_on = p.month and p.is_current then 'reached_this_month'
            when m.reached_on is not null then 'reached'
            when m.blocked_by = 'MINTHNTMT' then 'out_of_reach'
            when m.users_to_next is null then 'unknown'
            when m.users_to_next * 10 <= p.pau then 'within_10_percent'
            else 'later'
        end as step_group,
        m.users_to_next,
        m.amount_usd,
        m.value_usd,
        m.blocked_by
    from milestones as m
    inner join incentive_position as p on m.series_no = p.series_no
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    where
        m.is_current
        and ($workloads is null or list_contains($workloads, p.workload))
        and ($locations is null or list_contains($locations, p.partner_id))
)

select
    step,
    step_group,
    count(*) as series_count,
    count(blocked_by) as blocked_count,
    cast(sum(users_to_next) as bigint) as users_to_next,
    cast(sum(amount_usd) as decimal(18, 2)) as amount_usd,
    cast(sum(case when blocked_by is null then value_usd end) as decimal(18, 2)) as value_usd
from judged
group by step, step_group
order by step, step_group
