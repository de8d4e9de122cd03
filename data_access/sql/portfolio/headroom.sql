-- Which customers pay for most above their high-water marks?
-- Grain: tenant, of those with headroom the $most with most. Headroom is what portfolio/customers says.
with most as (
    select tenant_id, opportunity_units
    from sums
    where opportunity_units > 0
    order by opportunity_units desc, tenant_id asc
    limit $most
)

select
    m.tenant_id,
    v.name,
    m.opportunity_units
from most as m
inner join visible_customers as v on m.tenant_id = v.tenant_id
order by m.opportunity_units desc, m.tenant_id asc
