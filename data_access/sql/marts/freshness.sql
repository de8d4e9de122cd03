-- How far does each source reach, and is it late?
-- Grain: source. A source is late when another one has a newer month; after $late_source_months it counts as
-- stopped and no longer holds months back. Next expected: the month after its last, on its cycle's day.
-- A source whose every import is of one customer (Graph) neither waits for others nor lets them wait.
create table freshness as
with reach as (
    select source, max(month) as last_month, count(*) as months_count
    from source_months
    group by source
),

latest_import as (
    select
        source,
        max(as_of_on) as as_of_on,
        max(imported_at) as imported_at,
        bool_or(tenant_id is null) as is_of_all
    from imports_live
    where source is not null
    group by source
),

newest as (
    select coalesce(max(case when l.is_of_all then r.last_month end), max(r.last_month)) as newest_month
    from reach as r
    left join latest_import as l on r.source = l.source
)

select
    r.source,
    r.last_month,
    r.months_count,
    l.is_of_all,
    l.as_of_on,
    l.imported_at,
    (r.last_month + to_months(2) + to_days($usage_complete_day - 1))::date as next_expected_on,
    (
        l.is_of_all
        and r.last_month < n.newest_month
        and r.last_month >= n.newest_month - to_months($late_source_months)
        and r.months_count > 1
    ) as is_late,
    (
        r.last_month < n.newest_month - to_months($late_source_months)
        or (r.months_count = 1 and r.last_month < n.newest_month)
    ) as is_stopped
from reach as r
cross join newest as n
left join latest_import as l on r.source = l.source
