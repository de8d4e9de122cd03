-- How many customers are associated, and since when did each count?
-- Grain: month. A customer counts from the first to the last month any of its workloads was associated and reported.
with grouped as (
    select group_id
    from narrowed_groups
    union all
    select g.group_id
    from visible_groups as g
    cross join whole_book
    where $workloads is not null or $locations is not null
),

spans as (
    select
        s.tenant_id,
        min(s.first_associated_month) as first_month,
        max(
            case when s.is_current and s.is_associated then date '9999-01-01' else s.last_associated_month end
        ) as last_month
    from series as s
    inner join grouped as g on s.group_id = g.group_id
    where
        s.first_associated_month is not null
        and ($tenant is null or s.tenant_id = $tenant)
        and ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
    group by s.tenant_id
),

counted as (
    select b.month, b.associated_customers
    from book_customers as b
    cross join whole_book
    where $workloads is null and $locations is null
    union all
    select
        m.month,
        1
    from months as m
    inner join spans as s on m.month >= s.first_month and m.month <= s.last_month
)

select
    m.month,
    coalesce(sum(c.associated_customers), 0)::bigint as associated_customers,
    m.is_complete
from months as m
left join counted as c on m.month = c.month
where
    ($start is null or m.month >= $start)
    and ($end_before is null or m.month < $end_before)
group by m.month, m.is_complete
order by m.month
