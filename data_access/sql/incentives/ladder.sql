-- Where does every customer's workload stand on its ladder and under growth rules, and what stands in the way?
-- Grain: tenant x workload at its latest month. opportunity_units, potential_usd and max_compensable_units as Microsoft
-- defines them (KB-1319); remaining_units and remaining_usd leave out what this month already used. All estimates.
with answered as (
    select
        p.tenant_id,
        v.name,
        v.segment,
        v.account_manager,
        p.workload,
        p.month,
        p.is_current,
        p.is_associated,
        p.claim_id,
        p.associated_on,
        p.mau,
        p.pau,
        p.usage_share,
        p.prior_hwm,
        p.starting_hwm,
        p.opportunity_units,
        p.rate,
        p.max_compensable_units,
        p.potential_usd,
        p.remaining_units,
        p.remaining_usd,
        p.cap_usd,
        p.cap_used_usd,
        p.cap_balance_usd,
        p.refusal_codes,
        p.growth_blocked_by,
        p.rule_set,
        p.milestone_rule_set,
        p.step_reached,
        p.step_reached_on,
        p.reached_usd,
        p.next_step,
        p.users_to_next,
        p.next_value_usd,
        p.band,
        p.milestone_blocked_by,
        p.step_group,
        p.is_illustrative
    from incentive_position as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    where
        ($workloads is null or list_contains($workloads, p.workload))
        and ($locations is null or list_contains($locations, p.partner_id))
        and ($step_group is null or p.step_group = $step_group)
)

select *
from answered
order by
    case when $sort_by = 'next_value_usd' then next_value_usd when is_current then potential_usd end desc nulls last,
    users_to_next asc nulls last,
    tenant_id asc,
    workload asc
limit $row_limit
