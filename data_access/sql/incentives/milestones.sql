-- Which usage steps has each customer's workload reached, when, and how many users are missing to the others?
-- Grain: tenant x workload x rule set x step. users_to_next: users missing to this step, 0 once reached.
-- amount_usd: what a reached step pays (estimate); value_usd: what an open one would. blocked_by says why not.
with answered as (
    select
        m.tenant_id,
        v.name,
        m.workload,
        m.rule_set,
        m.step,
        m.reached_on,
        m.users_to_next,
        m.amount_usd,
        m.value_usd,
        m.band,
        m.blocked_by,
        m.is_current,
        m.is_illustrative
    from milestones as m
    inner join visible_customers as v on m.tenant_id = v.tenant_id
    left join incentive_position as p on m.series_no = p.series_no
    where
        ($start is null or m.reached_on is null or m.reached_on >= $start)
        and ($end_before is null or m.reached_on is null or m.reached_on < $end_before)
        and ($workloads is null or list_contains($workloads, m.workload))
        and ($locations is null or list_contains($locations, p.partner_id))
)

select *
from answered
order by tenant_id, workload, rule_set, step
