-- Which customers one sees can provide each metric soonest, and of how many?
-- **Grain:** one row per program x track x what is counted x provider, at most five; as of the last complete month of
-- the range. Usage growth comes from paid licences nobody uses; the rest from customers one step away.
with asked as (
    select month
    from score_months
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
    order by month desc
    limit 1
),

chosen as (
    select distinct
        program,
        tenant_id
    from score_parts
    where list_contains($workloads, workload)
),

providers as (
    select
        score_steps.program,
        score_steps.track,
        score_steps.counts,
        score_steps.tenant_id,
        score_steps.step,
        score_steps.workload,
        score_steps.missing_count,
        cast(1 as bigint) as gain_units,
        score_steps.missing_count as distance
    from score_steps
    inner join asked on score_steps.month = asked.month
    union all
    select
        tenants.program,
        tenants.track,
        'users' as counts,
        tenants.tenant_id,
        'grow-users' as step,
        cast(null as varchar) as workload,
        tenants.licences - tenants.users as missing_count,
        tenants.licences - tenants.users as gain_units,
        tenants.users - tenants.licences as distance
    from score_tenants as tenants
    inner join asked on tenants.month = asked.month
    where tenants.is_eligible and tenants.licences > tenants.users
),

ranked as (
    select
        providers.*,
        row_number() over (
            partition by providers.program, providers.track, providers.counts
            order by providers.distance, providers.tenant_id, providers.step
        ) as provider_rank,
        count(*) over (partition by providers.program, providers.track, providers.counts) as providers_count
    from providers
    inner join visible_customers on providers.tenant_id = visible_customers.tenant_id
    left join chosen on providers.program = chosen.program and providers.tenant_id = chosen.tenant_id
    where
        $workloads is null
        or list_contains($workloads, providers.workload)
        or (providers.workload is null and chosen.tenant_id is not null)
)

select
    program,
    track,
    counts,
    provider_rank,
    tenant_id,
    step,
    missing_count,
    gain_units,
    providers_count
from ranked
where provider_rank <= 5
