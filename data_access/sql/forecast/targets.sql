-- How near is each target, and where will its quarter end?
-- **Grain:** target the viewer may see: the whole partner's for those who see all, else own ones. forecast_amount: what
-- is known so far and what growth rules would still bring (estimate), null for quarters no forecast reaches; the 80 %
-- band comes from joint draws. Filters do not narrow it.
with shown as (
    select
        t.*,
        case
            when t.account_manager_id is not null then 'account_manager'
            when t.team is not null then 'team'
            else 'all'
        end as owner_kind,
        coalesce(t.account_manager_id, t.team, '') as owner
    from against_targets as t
    where
        $sees_all
        or t.account_manager_id in (select account_manager_id from visible_groups)
        or t.team = $viewer_team
),

people as (
    select account_manager_id, min(account_manager) as account_manager
    from visible_groups
    group by account_manager_id
),

ends as (
    select max(month) as last_month
    from months
    where is_complete
)

select
    s.quarter,
    s.kind,
    coalesce(p.account_manager, s.account_manager_id, s.team, 'The whole partner') as owner,
    s.owner_kind,
    s.target_amount,
    s.actual_amount,
    s.reached_share,
    e.last_month >= s.quarter + to_months(2) as is_over,
    cast(coalesce(s.actual_amount, 0) as double) + g.amount as forecast_amount,
    cast(coalesce(s.actual_amount, 0) as double) + g.amount_lo as low_amount,
    cast(coalesce(s.actual_amount, 0) as double) + g.amount_hi as high_amount
from shown as s
cross join ends as e
left join people as p on s.account_manager_id = p.account_manager_id
left join forecast.gains as g
    on
        s.owner_kind = g.owner_kind
        and s.owner = g.owner
        and s.kind = g.kind
        and s.quarter = g.quarter
order by s.quarter, s.kind, s.owner_kind, owner
