-- How many open opportunities has each customer?
-- Grain: tenant with any.
with opened as (
    select tenant_id, open_count
    from sums
    where open_count > 0
)

select
    tenant_id,
    cast(sum(open_count) as bigint) as lines_count
from opened
group by tenant_id
