-- Which claims are there, and whose customers are they on?
-- Grain: claim. Also those on tenants that no file knows.
with known as (
    select
        tenant_id,
        name,
        account_manager_id,
        account_manager,
        team
    from customers
)

select
    c.*,
    v.name as customer_name,
    v.account_manager_id,
    v.account_manager,
    v.team
from registry.claims as c
left join known as v on c.tenant_id = v.tenant_id
where ($locations is null or list_contains($locations, c.location_id))
