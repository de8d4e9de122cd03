-- Which customers raise or lower each metric, by how much, and why?
-- **Grain:** one row per program x track x metric x tenant whose contribution is not zero, as of the last
-- complete month of the range, a page of them; total_count is of all. Contributions add up to the computed actuals of
-- `eligibility/scores`. By $sort_by metric after metric, or what is worth most; then the largest contribution first.
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
            $search is null
            or contains(lower(visible_customers.name), lower($search))
            or contains(lower(coalesce(visible_customers.domain, '')), lower($search))
            or visible_customers.tenant_id = lower($search)
        )
        and (
            tenants.is_customer <> tenants.was_customer
            or tenants.is_deployed <> tenants.was_deployed
            or tenants.grown_users <> 0
            or $workloads is not null
        )
),

counted as (
    select
        seen.*,
        lines.metric,
        lines.metric_name,
        lines.unit,
        lines.metric_position,
        lines.max_points,
        lines.threshold,
        case lines.counts
            when 'customers'
                then case when seen.is_customer then 1 else 0 end - case when seen.was_customer then 1 else 0 end
            when 'users' then seen.seen_users
            when 'deployments'
                then case when seen.is_deployed then 1 else 0 end - case when seen.was_deployed then 1 else 0 end
        end as contribution,
        case lines.counts
            when 'customers' then case when seen.is_customer then 'added' else 'left' end
            when 'users' then case when seen.seen_users > 0 then 'grown' else 'shrunk' end
            when 'deployments' then case when seen.is_deployed then 'deployed' else 'no-longer-deployed' end
        end as reason
    from seen
    inner join score_lines as lines
        on
            seen.month = lines.month
            and seen.program = lines.program
            and seen.track = lines.track
            and lines.option_position = 0
),

told as (
    select
        *,
        round(contribution * max_points / threshold, 4) as points_worth
    from counted
    where contribution <> 0
)

select
    told.program,
    told.track,
    told.metric,
    told.metric_name,
    told.unit,
    told.month,
    told.tenant_id,
    told.name,
    told.account_manager,
    cast(told.contribution as bigint) as contribution,
    told.points_worth,
    told.reason,
    told.users,
    told.users_before,
    told.users_at_claim,
    told.licences,
    told.largest_licences,
    case when told.judged_licences > 0 then cast(told.judged_users as double) / told.judged_licences end
        as active_share,
    told.left_out_count,
    count(*) over () as total_count
from told
order by
    case when $sort_by = 'points_worth' then told.points_worth end desc nulls last,
    told.program asc,
    told.track asc,
    told.metric_position asc,
    told.contribution desc,
    told.tenant_id asc
limit $page_size offset $skip_rows
