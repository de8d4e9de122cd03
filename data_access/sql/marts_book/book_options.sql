-- What can the scope bar offer whoever sees the whole book?
-- Grain: kind x value; kinds workload, segment, country, account_manager, location.
create table book_options as
with offered as (
    select distinct
        'segment' as kind,
        segment as value,
        segment as label
    from groups
    union all
    select distinct
        'country' as kind,
        country as value,
        country as label
    from groups
    union all
    select distinct
        'account_manager',
        account_manager_id,
        account_manager
    from groups
    union all
    select distinct
        'workload',
        b.workload,
        coalesce(w.name, b.workload)
    from book_months as b
    left join workloads as w on b.workload = w.workload
    union all
    select distinct
        'location' as kind,
        partner_id as value,
        partner_id as label
    from book_months
)

select *
from offered
where value is not null
