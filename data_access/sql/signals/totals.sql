-- What are the open opportunities worth, all together?
-- Grain: one row. Open: neither won nor dismissed. expected_usd adds value x probability where both are known;
-- unsaid_count are those with too little evidence or no amount. has_before: there is an earlier list to compare with.
with opened as (
    select
        count(*) as open_count,
        count(distinct tenant_id) as customers_count,
        cast(sum(value_usd) as decimal(18, 2)) as value_usd,
        sum(expected_usd) as expected_usd,
        count(case when expected_usd is null then 1 end) as unsaid_count,
        count(case when status = 'new' then 1 end) as new_count,
        count(case when status in ('accepted', 'in progress') then 1 end) as in_work_count,
        count(case when is_back then 1 end) as back_count,
        coalesce(bool_or(is_illustrative), false) as is_illustrative
    from standing
    where status not in ('won', 'dismissed') and tenant_id in (select tenant_id from visible_customers)
)

select
    o.*,
    c.has_before
from opened as o
cross join signal_comparison as c
