-- How many open opportunities has each customer of the whole book?
-- Grain: tenant. Those of the mart, and what changed since.
with changed as (
    select tenant_id, sum(open_count) as lines_count
    from sums
    where tenant_id is not null
    group by tenant_id
)

select
    k.tenant_id,
    cast(coalesce(c.lines_count, 0) + k.signals_count as bigint) as lines_count
from portfolio_standing as k
left join changed as c on k.tenant_id = c.tenant_id
