-- What does one customer bring to each track?
-- **Grain:** one row per program x track x scored month. Where workloads are chosen, their users alone count.
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
    tenants.program,
    tenants.track,
    tenants.month,
    cast(
        case when tenants.is_customer then 1 else 0 end - case when tenants.was_customer then 1 else 0 end as bigint
    ) as customers,
    cast(
        case
            when $workloads is null then tenants.grown_users
            else
                case when tenants.is_eligible then parts.gained_users else 0 end
                - case when tenants.was_eligible then parts.users_before else 0 end
        end as bigint
    ) as users,
    cast(
        case when tenants.is_deployed then 1 else 0 end - case when tenants.was_deployed then 1 else 0 end as bigint
    ) as deployments
from score_tenants as tenants
inner join visible_customers on tenants.tenant_id = visible_customers.tenant_id
left join parts
    on
        tenants.program = parts.program
        and tenants.month = parts.month
        and tenants.tenant_id = parts.tenant_id
where $workloads is null or parts.tenant_id is not null
