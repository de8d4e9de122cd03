-- Which lines of the whole book are on this page, and how many are there on all?
-- Grain: as signals/shown. The mart has the ready ones in order and added up: only those of this page and the ones
-- before it are read, where a filter would have to look at each.
with ready as (
    select
        l.tenant_id,
        l.workload,
        l.value_usd,
        l.expected_usd,
        l.line_no as ready_no,
        false as is_touched
    from opportunity_lines as l
    left join touched as t on l.line_no = t.line_no
    where t.line_no is null and $status in ('open', 'all', 'new')
    order by l.line_no
    limit $page_size + $skip_rows
),

worked as (
    select
        tenant_id,
        workload,
        value_usd,
        expected_usd,
        cast(null as bigint) as ready_no,
        true as is_touched
    from touched
    where
        signal is not null
        and (
            $status = 'all'
            or status = $status
            or ($status = 'open' and status not in ('won', 'dismissed'))
        )
),

kept as (
    select * from ready
    union all
    select * from worked
),

book as (
    select sum(open_count) as lines_count
    from opportunity_sums
    where $status in ('open', 'all', 'new')
),

taken as (
    select count(line_no) as lines_count
    from touched
    where $status in ('open', 'all', 'new')
),

counted as (
    select cast(coalesce(b.lines_count, 0) - t.lines_count + (select count(*) from worked) as bigint) as total_count
    from book as b
    cross join taken as t
)

select
    k.*,
    c.total_count
from kept as k
cross join counted as c
order by k.expected_usd desc nulls last, k.value_usd desc nulls last, k.tenant_id asc, k.workload asc
limit $page_size offset $skip_rows
