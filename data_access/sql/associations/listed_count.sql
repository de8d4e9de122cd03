-- How many claims of an imported claims list are not in the register yet?
-- **Grain:** one row.
with ours as (
    select claim_number
    from registry.claims
    where claim_number is not null
)

select count(*) as claims_count
from listed_claims as l
inner join visible_groups as g on l.group_id = g.group_id
left join ours as o on l.claim_number = o.claim_number
where o.claim_number is null and ($tenant is null or l.tenant_id = $tenant)
