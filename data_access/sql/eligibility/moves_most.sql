-- What does one more unit of each metric bring, and which five customers can provide it soonest?
-- **Grain:** one row per program x track x metric x provider (at most five), or one row without a customer where
-- nobody is near or the metric is entered by hand; as of the last complete month of the range.
-- Usage growth comes from paid licences nobody uses; the other metrics from customers one step away.
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
    lines.program,
    lines.track,
    lines.metric,
    lines.metric_name,
    lines.unit,
    lines.month,
    round(lines.max_points / lines.threshold, 4) as points_per_unit,
    coalesce(ranked.providers_count, 0) as providers_count,
    ranked.provider_rank,
    ranked.tenant_id,
    named.name,
    named.account_manager,
    ranked.step,
    ranked.missing_count,
    case
        when ranked.tenant_id is not null
            then round(least(lines.max_points, ranked.gain_units * lines.max_points / lines.threshold), 4)
    end as points_worth
from score_lines as lines
inner join asked on lines.month = asked.month
left join ranked
    on
        lines.program = ranked.program
        and lines.track = ranked.track
        and lines.counts = ranked.counts
        and ranked.provider_rank <= 5
left join visible_customers as named on ranked.tenant_id = named.tenant_id
where lines.option_position = 0
order by lines.program, lines.track, lines.metric_position, ranked.provider_rank
