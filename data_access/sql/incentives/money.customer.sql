-- Which money is estimated and reported for one customer, month by month?
-- Grain: month x workload estimated, and earning.
with every as (
    select
        tenant_id,
        month,
        workload,
        partner_id,
        case when family = 'growth' then payable_usd end as growth_usd,
        milestone_usd,
        estimated_usd,
        null as reported_usd,
        is_illustrative
    from incentive_ledger
    union all
    select tenant_id, month, workload, partner_id, null, null, null, amount_usd, null
    from reported
)

select
    e.month,
    e.workload,
    e.partner_id,
    v.segment,
    v.country,
    coalesce(v.account_manager, 'Nobody named') as account_manager,
    coalesce(v.team, 'No team') as team,
    e.growth_usd,
    e.milestone_usd,
    e.estimated_usd,
    e.reported_usd,
    e.is_illustrative
from every as e
inner join visible_customers as v on e.tenant_id = v.tenant_id
