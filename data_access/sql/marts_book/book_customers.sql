-- How many of the whole book's customers are associated?
-- Grain: month. A customer counts from the first to the last month any of its workloads was associated and reported.
create table book_customers as
with spans as (
    select
        tenant_id,
        min(first_associated_month) as first_month,
        max(case when is_current and is_associated then date '9999-01-01' else last_associated_month end) as last_month
    from series
    where first_associated_month is not null
    group by tenant_id
)

select
    m.month,
    count(s.tenant_id) as associated_customers
from months as m
left join spans as s on m.month >= s.first_month and m.month <= s.last_month
group by m.month
order by m.month
