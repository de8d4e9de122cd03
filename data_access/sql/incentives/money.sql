-- Which money is estimated and reported, month by month, for the customers one sees?
-- Grain: month x workload x customer group x partner location, estimated and reported apart.
with every as (
    select
        month,
        workload,
        group_id,
        partner_id,
        payable_usd as growth_usd,
        milestone_usd,
        estimated_usd,
        null as reported_usd,
        is_illustrative
    from incentive_by_group
    union all
    select month, workload, group_id, partner_id, null, null, null, amount_usd, null
    from reported_by_group
)

select
    e.month,
    e.workload,
    e.partner_id,
    g.segment,
    g.country,
    coalesce(g.account_manager, 'Nobody named') as account_manager,
    coalesce(g.team, 'No team') as team,
    e.growth_usd,
    e.milestone_usd,
    e.estimated_usd,
    e.reported_usd,
    e.is_illustrative
from every as e
inner join visible_groups as g on e.group_id = g.group_id
