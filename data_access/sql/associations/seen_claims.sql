-- Which claims may this viewer see, and whose customers are they on?
-- Grain: claim. Claims on tenants that no file knows are seen by executives and admins, while nothing narrows to
-- customers.
with known as (
    select tenant_id from customers
)

select
    c.*,
    v.name as customer_name,
    v.account_manager_id,
    v.account_manager,
    v.team
from registry.claims as c
left join visible_customers as v on c.tenant_id = v.tenant_id
left join known as k on c.tenant_id = k.tenant_id
where
    (
        v.tenant_id is not null
        or (
            $sees_all
            and k.tenant_id is null
            and ($tenant is null or c.tenant_id = $tenant)
            and $segments is null
            and $countries is null
            and $managers is null
        )
    )
    and ($locations is null or list_contains($locations, c.location_id))
