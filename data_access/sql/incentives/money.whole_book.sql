-- Which money is estimated and reported, month by month, in the whole book?
-- Grain: month x workload x partner location, estimated and reported apart; by customer group too where it is split by
-- what tells customers apart. Reported money of customers that no file knows counts, as of an Unknown customer.
with grouped as (
    select
        e.month,
        e.workload,
        e.partner_id,
        coalesce(g.segment, case when g.group_id is null then 'Unknown customer' end) as segment,
        coalesce(g.country, case when g.group_id is null then 'Unknown customer' end) as country,
        case
            when g.group_id is null then 'Unknown customer' else coalesce(g.account_manager, 'Nobody named')
        end as account_manager,
        case when g.group_id is null then 'Unknown customer' else coalesce(g.team, 'No team') end as team,
        e.growth_usd,
        e.milestone_usd,
        e.estimated_usd,
        e.reported_usd,
        e.is_illustrative
    from (
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
    ) as e
    left join groups as g on e.group_id = g.group_id
    where $slice_by in ('segment', 'country', 'account_manager', 'team')
)

select
    month,
    workload,
    partner_id,
    null as segment,
    null as country,
    null as account_manager,
    null as team,
    payable_usd as growth_usd,
    milestone_usd,
    estimated_usd,
    null as reported_usd,
    is_illustrative
from book_money
where $slice_by in ('all', 'workload', 'location')
union all
select month, workload, partner_id, null, null, null, null, null, null, null, amount_usd, null
from book_reported
where $slice_by in ('all', 'workload', 'location')
union all
select * from grouped
