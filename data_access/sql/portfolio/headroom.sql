-- Which customers pay for most above their high-water marks?
-- Grain: tenant, of those with headroom the $most with most. Headroom is what portfolio/customers says.
with told as (
    select
        s.tenant_id,
        v.name,
        s.opportunity_units
    from sums as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    where s.opportunity_units > 0
)

select
    tenant_id,
    name,
    opportunity_units
from told
order by opportunity_units desc, tenant_id asc
limit $most
