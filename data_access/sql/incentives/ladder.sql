-- Where does every customer's workload stand on its ladder and under growth rules, and what stands in the way?
-- Grain: tenant x workload at its latest month, a page of them. opportunity_units, potential_usd and
-- max_compensable_units as Microsoft defines them (KB-1319); remaining_units and remaining_usd leave out what this
-- month already used. All estimates. $with_headroom keeps current months with a potential. By $sort_by the greatest
-- value or the fewest users to the next step comes first; among equals the fewest users.
with counted as (
    select count(*) as total_count
    from ladder_in_order
),

shown as (
    select series_no, sort_number
    from ladder_in_order
    order by sort_number desc nulls last, users_to_next asc nulls last, series_no asc
    limit $page_size offset $skip_rows
)

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
    p.is_illustrative,
    n.total_count,
    $skip_rows + row_number() over (
        order by s.sort_number desc nulls last, p.users_to_next asc nulls last, s.series_no asc
    ) as place
from shown as s
inner join incentive_position as p on s.series_no = p.series_no
inner join visible_customers as v on p.tenant_id = v.tenant_id
cross join counted as n
order by place
