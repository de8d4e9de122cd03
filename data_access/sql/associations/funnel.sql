-- How many claims stand in each state?
-- Grain: state that occurs, in the order a claim passes through them.
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
    state,
    count(*) as claims_count,
    count(distinct tenant_id) as customers_count,
    min(state_since_on) as oldest_since_on,
    case state
        when 'Draft' then 1
        when 'Submitted' then 2
        when 'Under review' then 3
        when 'Partner action required' then 4
        when 'Approved' then 5
        when 'Rejected' then 6
        when 'Dispute' then 7
        else 8
    end as position
from seen_claims
group by state
order by position
