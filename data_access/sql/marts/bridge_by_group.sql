-- Why did associated workload users change, rolled up?
-- Grain: month x workload x customer group x partner location.
create table bridge_by_group as
with changes as (
    select month, workload, group_id, partner_id, change_kind as kind, change_users as users
    from ledger
    where change_kind is not null
    union all
    select month, workload, group_id, partner_id, 'lost', users
    from lost
)

select
    month,
    workload,
    group_id,
    partner_id,
    sum(case when kind = 'opening' then users else 0 end)::bigint as opening,
    sum(case when kind = 'newly_associated' then users else 0 end)::bigint as newly_associated,
    sum(case when kind = 'expansion' then users else 0 end)::bigint as expansion,
    sum(case when kind = 'contraction' then users else 0 end)::bigint as contraction,
    sum(case when kind = 'lost' then users else 0 end)::bigint as lost
from changes
group by month, workload, group_id, partner_id
order by month
