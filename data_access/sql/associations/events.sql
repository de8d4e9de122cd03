-- What happened to our claims, when, by whom and why?
-- Grain: event. Append-only; the first event of a claim has no source state.
-- Claims on tenants that no file knows are seen by executives and admins, while nothing narrows to customers.
with seen_claims as (
    select
        c.*,
        v.name as customer_name,
        v.account_manager_id,
        v.account_manager,
        v.team
    from registry.claims as c
    left join visible_customers as v on c.tenant_id = v.tenant_id
    left join customers as k on c.tenant_id = k.tenant_id
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
)

select
    e.claim_id,
    c.tenant_id,
    c.customer_name,
    e.number,
    e.trigger,
    e.actor,
    e.source,
    e.target,
    e.happened_on,
    e.reason,
    e.document,
    e.claim_number,
    e.recorded_by,
    e.recorded_at
from registry.claim_events as e
inner join seen_claims as c on e.claim_id = c.claim_id
where $claim_id is null or e.claim_id = $claim_id
order by e.recorded_at, e.claim_id, e.number
