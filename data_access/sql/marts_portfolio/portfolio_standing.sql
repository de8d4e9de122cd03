-- How large is a customer, how does it compare with its segment, and how many workloads are licensed or in an open
-- situation?
-- Grain: tenant. usage_percentile: of the segment's other customers, how many in a hundred use less; over everybody's
-- customers and all their workloads, and only where 20 or more of the segment have a usage %: fewer could be told
-- apart.
create table portfolio_standing as
with used as (
    select tenant_id, sum(share_mau)::double / nullif(sum(share_pau), 0) as usage_share
    from portfolio_spans
    group by tenant_id
),

ranked as (
    select
        u.tenant_id,
        count(*) over (partition by c.segment) as segment_count,
        percent_rank() over (partition by c.segment order by u.usage_share) as below_share
    from used as u
    inner join customers as c on u.tenant_id = c.tenant_id
    where u.usage_share is not null and c.segment <> 'Unknown'
),

licensed as (
    select tenant_id, count(*) as available_count
    from available
    group by tenant_id
),

noticed as (
    select tenant_id, count(*) as open_count
    from opportunity_lines
    group by tenant_id
)

select
    c.tenant_id,
    c.licences_count,
    c.size_band,
    case when r.segment_count >= 20 then floor(100 * r.below_share)::bigint end as usage_percentile,
    l.available_count,
    coalesce(n.open_count, 0) as signals_count
from customers as c
left join ranked as r on c.tenant_id = r.tenant_id
left join licensed as l on c.tenant_id = l.tenant_id
left join noticed as n on c.tenant_id = n.tenant_id
order by c.tenant_id
