-- What do the customers one sees bring to each track?
-- **Grain:** one row per program x track x scored month x customer group; by customer where workloads are chosen, whose
-- users alone count then.
with parts as (
    select
        program,
        month,
        tenant_id,
        sum(gained_users) as gained_users,
        sum(users_before) as users_before
    from score_parts
    where list_contains($workloads, workload)
    group by program, month, tenant_id
)

select
    score_groups.program,
    score_groups.track,
    score_groups.month,
    score_groups.customers,
    score_groups.users,
    score_groups.deployments
from score_groups
inner join visible_groups on score_groups.group_id = visible_groups.group_id
where $workloads is null
union all
select
    tenants.program,
    tenants.track,
    tenants.month,
    cast(
        case when tenants.is_customer then 1 else 0 end - case when tenants.was_customer then 1 else 0 end as bigint
    ),
    cast(
        case when tenants.is_eligible then parts.gained_users else 0 end
        - case when tenants.was_eligible then parts.users_before else 0 end as bigint
    ),
    cast(
        case when tenants.is_deployed then 1 else 0 end - case when tenants.was_deployed then 1 else 0 end as bigint
    )
from score_tenants as tenants
inner join visible_customers on tenants.tenant_id = visible_customers.tenant_id
inner join parts
    on
        tenants.program = parts.program
        and tenants.month = parts.month
        and tenants.tenant_id = parts.tenant_id
