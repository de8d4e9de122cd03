-- Who is this customer?
-- Grain: tenant.
with found as (
    select
        v.tenant_id,
        v.name,
        v.domain,
        v.segment,
        v.country,
        v.account_manager,
        v.team,
        c.licences_count,
        c.size_band
    from visible_customers as v
    inner join customers as c on v.tenant_id = c.tenant_id
)

select *
from found
order by name, tenant_id
limit 1
