-- Whose customer is a tenant, or the tenant of a domain?
-- Grain: tenant. Asked by the registry's writers to decide who may write.
with found as (
    select
        tenant_id,
        name,
        domain,
        account_manager_id,
        team
    from visible_customers
    where $domain is null or lower(domain) = $domain
)

select *
from found
order by tenant_id
