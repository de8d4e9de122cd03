-- Which customers match what was typed?
-- Grain: tenant, the best matches first.
with found as (
    select
        tenant_id,
        name,
        domain,
        case when starts_with(lower(name), lower(coalesce($search, ''))) then 0 else 1 end as distance
    from visible_customers
    where
        $search is null
        or contains(lower(name), lower($search))
        or contains(lower(coalesce(domain, '')), lower($search))
        or tenant_id = lower($search)
)

select tenant_id, name, domain
from found
order by distance, lower(name), tenant_id
limit 50
