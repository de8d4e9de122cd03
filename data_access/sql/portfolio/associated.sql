-- How many of the customers one sees are associated?
-- Grain: month. A customer counts from the first to the last month any of its workloads was associated and reported.
with spans as (
    select
        s.tenant_id,
        min(s.first_associated_month) as first_month,
        max(
            case when s.is_current and s.is_associated then date '9999-01-01' else s.last_associated_month end
        ) as last_month
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    where
        s.first_associated_month is not null
        and ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
    group by s.tenant_id
)

select
    m.month,
    count(*) as associated_customers
from months as m
inner join spans as s on m.month >= s.first_month and m.month <= s.last_month
group by m.month
