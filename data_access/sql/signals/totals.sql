-- What are the open opportunities worth, all together?
-- Grain: one row. Open: neither won nor dismissed. expected_usd adds value x probability where both are known;
-- unsaid_count are those with too little evidence or no amount. has_before: there is an earlier list to compare with.
with opened as (
    select
        coalesce(cast(sum(open_count) as bigint), 0) as open_count,
        case when sum(valued_count) > 0 then cast(sum(value_usd) as decimal(18, 2)) end as value_usd,
        case when sum(expected_count) > 0 then sum(expected_usd) end as expected_usd,
        coalesce(cast(sum(open_count - expected_count) as bigint), 0) as unsaid_count,
        coalesce(cast(sum(case when status = 'new' then open_count end) as bigint), 0) as new_count,
        coalesce(cast(sum(case when status in ('accepted', 'in progress') then open_count end) as bigint), 0)
            as in_work_count,
        coalesce(cast(sum(case when is_back then open_count end) as bigint), 0) as back_count,
        coalesce(sum(illustrative_count) > 0, false) as is_illustrative
    from sums
)

select
    o.open_count,
    (select count(*) from customers_listed where lines_count > 0) as customers_count,
    o.value_usd,
    o.expected_usd,
    o.unsaid_count,
    o.new_count,
    o.in_work_count,
    o.back_count,
    o.is_illustrative,
    c.has_before
from opened as o
cross join signal_comparison as c
