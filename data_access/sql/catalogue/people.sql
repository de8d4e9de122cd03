-- Whom does the customers file name: account managers and teams?
-- Grain: kind (account_manager, team) x value.
with named as (
    select
        'account_manager' as kind,
        account_manager_id as value,
        coalesce(account_manager, account_manager_id) as label
    from visible_groups
    union
    select
        'team' as kind,
        team as value,
        team as label
    from visible_groups
)

select
    kind,
    value,
    label
from named
where value is not null
order by kind desc, label asc, value asc
