-- What can the scope bar offer this viewer?
-- Grain: kind x value; kinds workload, segment, country, account_manager, location, month.
with lived as (
    select distinct
        b.workload,
        b.partner_id
    from group_options as b
    inner join narrowed_groups as g on b.group_id = g.group_id
),

offered as (
    select b.kind, b.value, b.label
    from book_options as b
    cross join whole_book
    union all
    select 'month', cast(month as varchar), cast(month as varchar)
    from months
    union
    select 'segment' as kind, segment as value, segment as label
    from narrowed_groups
    union
    select 'country' as kind, country as value, country as label
    from narrowed_groups
    union
    select 'account_manager', account_manager_id, account_manager
    from narrowed_groups
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
