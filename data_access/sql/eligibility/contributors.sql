-- Which customers raise or lower each metric, by how much, and why?
-- **Grain:** one row per program x track x metric x tenant whose contribution is not zero, as of the last
-- complete month of the range. Contributions add up to the computed actuals of `eligibility/scores`.
with asked as (
    select
        month,
        is_comparable and ($workloads is null or is_latest) as is_computable
    from score_months
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
    order by month desc
    limit 1
),

parts as (
    select
        program,
        tenant_id,
        sum(gained_users) as gained_users,
        sum(users_before) as users_before
    from score_parts
    where
        list_contains($workloads, workload)
        and ($program is null or program = $program)
    group by program, tenant_id
),

seen as (
    select
        tenants.*,
        visible_customers.name,
        visible_customers.account_manager,
        case
            when $workloads is null then tenants.grown_users
            else
                case when tenants.is_eligible then parts.gained_users else 0 end
                - case when tenants.was_eligible then parts.users_before else 0 end
        end as seen_users
    from score_tenants as tenants
    inner join asked on tenants.month = asked.month and asked.is_computable
    inner join visible_customers on tenants.tenant_id = visible_customers.tenant_id
    left join parts on tenants.program = parts.program and tenants.tenant_id = parts.tenant_id
    where
        ($workloads is null or parts.tenant_id is not null)
        and ($program is null or tenants.program = $program)
        and ($track is null or tenants.track = $track)
        and (
            tenants.is_customer <> tenants.was_customer
            or tenants.is_deployed <> tenants.was_deployed
            or tenants.grown_users <> 0
            or $workloads is not null
        )
),

contributions as (
    select
        seen.*,
        'customers' as counts,
        case when is_customer then 1 else 0 end - case when was_customer then 1 else 0 end as contribution,
        case when is_customer then 'added' else 'left' end as reason
    from seen
    union all
    select
        seen.*,
        'users' as counts,
        seen_users as contribution,
        case when seen_users > 0 then 'grown' else 'shrunk' end as reason
    from seen
    union all
    select
        seen.*,
        'deployments' as counts,
        case when is_deployed then 1 else 0 end - case when was_deployed then 1 else 0 end as contribution,
        case when is_deployed then 'deployed' else 'no-longer-deployed' end as reason
    from seen
)

select
    contributions.program,
    contributions.track,
    lines.metric,
    lines.metric_name,
    lines.unit,
    contributions.month,
    contributions.tenant_id,
    contributions.name,
    contributions.account_manager,
    cast(contributions.contribution as bigint) as contribution,
    round(contributions.contribution * lines.max_points / lines.threshold, 4) as points_worth,
    contributions.reason,
    contributions.users,
    contributions.users_before,
    contributions.users_at_claim,
    contributions.licences,
    contributions.largest_licences,
    case
        when contributions.judged_licences > 0
            then cast(contributions.judged_users as double) / contributions.judged_licences
    end as active_share,
    contributions.left_out_count
from contributions
inner join score_lines as lines
    on
        contributions.month = lines.month
        and contributions.program = lines.program
        and contributions.track = lines.track
        and contributions.counts = lines.counts
        and lines.option_position = 0
where contributions.contribution <> 0
order by
    contributions.program asc,
    contributions.track asc,
    lines.metric_position asc,
    contributions.contribution desc,
    contributions.tenant_id asc
