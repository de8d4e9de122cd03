-- What can the scope bar offer this viewer?
-- Grain: kind x value; kinds workload, segment, country, account_manager, location, month.
with offered as (
    select 'segment' as kind, segment as value, segment as label from visible_groups
    union
    select 'country', country as value, country as label from visible_groups
    union
    select 'account_manager', account_manager_id, account_manager from visible_groups
    union
    select 'workload', b.workload, coalesce(w.name, b.workload)
    from group_options as b
    inner join visible_groups as g on b.group_id = g.group_id
    left join workloads as w on b.workload = w.workload
    union
    select 'location', b.partner_id as value, b.partner_id as label
    from group_options as b
    inner join visible_groups as g on b.group_id = g.group_id
    union
    select 'month', cast(month as varchar), cast(month as varchar) from months
)

select kind, value, label
from offered
where value is not null
order by kind, label, value
