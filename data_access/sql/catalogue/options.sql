-- What can the scope bar offer this viewer?
-- Grain: kind x value; kinds workload, segment, country, account_manager, location, month.
with lived as (
    select distinct
        b.workload,
        b.partner_id
    from group_options as b
    inner join visible_groups as g on b.group_id = g.group_id
),

offered as (
    select 'month' as kind, cast(month as varchar) as value, cast(month as varchar) as label
    from months
    union
    select 'segment' as kind, segment as value, segment as label
    from visible_groups
    union
    select 'country' as kind, country as value, country as label
    from visible_groups
    union
    select 'account_manager', account_manager_id, account_manager
    from visible_groups
    union
    select 'workload', b.workload, coalesce(w.name, b.workload)
    from lived as b
    left join workloads as w on b.workload = w.workload
    union
    select 'location' as kind, partner_id as value, partner_id as label
    from lived
)

select kind, value, label
from offered
where value is not null
order by kind, label, value
