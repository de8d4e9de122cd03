-- Which customers are one step from counting towards a metric, and what is missing?
-- **Grain:** one row per program x track x metric x tenant x step, as of the latest scored month, a page of them;
-- total_count is of all; empty when the range ends before it. By $sort_by metric after metric, or what misses least;
-- then nearest first. `points_worth` is one unit's worth before the metric's maximum cuts it.
-- Chosen workloads keep the customers that have them claimed, and the claims that would add them.
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

told as (
    select
        score_steps.program,
        score_steps.track,
        lines.metric,
        lines.metric_name,
        score_steps.month,
        score_steps.tenant_id,
        visible_customers.name,
        visible_customers.account_manager,
        score_steps.step,
        score_steps.workload,
        score_steps.missing_count,
        score_steps.users,
        score_steps.licences,
        round(lines.max_points / lines.threshold, 4) as points_worth,
        lines.metric_position
    from score_steps
    inner join asked on score_steps.month = asked.month
    inner join visible_customers on score_steps.tenant_id = visible_customers.tenant_id
    inner join score_lines as lines
        on
            score_steps.month = lines.month
            and score_steps.program = lines.program
            and score_steps.track = lines.track
            and score_steps.counts = lines.counts
            and lines.option_position = 0
    left join chosen on score_steps.program = chosen.program and score_steps.tenant_id = chosen.tenant_id
    where
        ($program is null or score_steps.program = $program)
        and ($track is null or score_steps.track = $track)
        and (
            $search is null
            or contains(lower(visible_customers.name), lower($search))
            or contains(lower(coalesce(visible_customers.domain, '')), lower($search))
            or visible_customers.tenant_id = lower($search)
        )
        and (
            $workloads is null
            or list_contains($workloads, score_steps.workload)
            or (score_steps.workload is null and chosen.tenant_id is not null)
        )
)

select
    told.program,
    told.track,
    told.metric,
    told.metric_name,
    told.month,
    told.tenant_id,
    told.name,
    told.account_manager,
    told.step,
    told.workload,
    told.missing_count,
    told.users,
    told.licences,
    told.points_worth,
    count(*) over () as total_count
from told
order by
    case when $sort_by = 'missing_count' then told.missing_count end asc nulls last,
    told.program asc,
    told.track asc,
    told.metric_position asc,
    told.missing_count asc,
    told.tenant_id asc,
    told.step asc
limit $page_size offset $skip_rows
