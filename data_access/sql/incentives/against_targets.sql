-- How much of each target is reached, by manager, team and fiscal quarter?
-- **Grain:** target. Actual: what is known so far, of complete and incomplete months; unknown stays empty.
with wanted as (
    select
        quarter,
        kind,
        nullif(account_manager_id, '') as account_manager_id,
        nullif(team, '') as team,
        amount
    from registry.targets
    where
        ($start is null or quarter >= cast(date_trunc('quarter', cast($start as date)) as date))
        and ($end_before is null or quarter < $end_before)
),

-- Nothing is added up where no target is set.
quarters as (
    select distinct quarter
    from wanted
),

money as (
    select
        q.quarter,
        g.account_manager_id,
        g.team,
        'reported_usd' as kind,
        sum(r.amount_usd) as amount
    from reported_by_group as r
    inner join visible_groups as g on r.group_id = g.group_id
    inner join quarters as q on cast(date_trunc('quarter', r.month) as date) = q.quarter
    group by q.quarter, g.account_manager_id, g.team
    union all
    select
        q.quarter,
        g.account_manager_id,
        g.team,
        'new_units' as kind,
        sum(b.new_units) as amount
    from by_group as b
    inner join visible_groups as g on b.group_id = g.group_id
    inner join quarters as q on cast(date_trunc('quarter', b.month) as date) = q.quarter
    where b.is_associated
    group by q.quarter, g.account_manager_id, g.team
)

select
    w.quarter,
    w.kind,
    w.account_manager_id,
    w.team,
    w.amount as target_amount,
    cast(sum(m.amount) as decimal(18, 2)) as actual_amount,
    cast(sum(m.amount) as double) / cast(nullif(w.amount, 0) as double) as reached_share
from wanted as w
left join money as m
    on
        w.quarter = m.quarter
        and w.kind = m.kind
        and (w.account_manager_id is null or w.account_manager_id = m.account_manager_id)
        and (w.team is null or w.team = m.team)
group by w.quarter, w.kind, w.account_manager_id, w.team, w.amount
order by w.quarter, w.kind, w.account_manager_id nulls first, w.team nulls first
