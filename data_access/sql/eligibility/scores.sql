-- How many points does each metric have towards each designation, and what earned them?
-- **Grain:** one row per program x track x metric, as of the last complete month of the range.
-- Computed from the customers the viewer sees: `is_whole` says whether these are all of the partner's. Chosen
-- workloads narrow growth to their users and the other metrics to customers that have them. Entries made by hand
-- are the partner's own and never narrowed. An unknown metric has no actual and no points.
with asked as (
    select
        month,
        customers_count
    from score_months
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
    order by month desc
    limit 1
),

lines as (
    select
        score_lines.*,
        case
            when score_lines.is_latest
                then coalesce(
                    $today,
                    greatest(
                        score_lines.counted_on,
                        (select cast(max(entered_at) as date) from registry.score_entries)
                    )
                )
            else score_lines.counted_on
        end as entries_on,
        score_lines.is_comparable and ($workloads is null or score_lines.is_latest) as is_computable
    from score_lines
    inner join asked on score_lines.month = asked.month
),

brought as (
    select
        contributions.program,
        contributions.track,
        sum(contributions.customers) as customers,
        sum(contributions.users) as users,
        sum(contributions.deployments) as deployments
    from contributions
    inner join asked on contributions.month = asked.month
    group by contributions.program, contributions.track
),

entered as (
    select
        lines.program,
        lines.track,
        lines.entry,
        entries.actual,
        row_number() over (
            partition by lines.program, lines.track, lines.entry
            order by entries.valid_from desc, entries.entered_at desc
        ) as recency
    from lines
    inner join registry.score_entries as entries
        on
            lines.program = entries.program
            and lines.track = entries.track
            and lines.entry = entries.metric
            and lines.entries_on >= entries.valid_from
            and (entries.valid_to is null or lines.entries_on <= entries.valid_to)
),

counted as (
    select
        lines.*,
        cast(entered.actual as double) as entered_actual,
        cast(
            case
                when lines.option_position > 0 or not lines.is_computable then null
                when lines.counts = 'customers' then coalesce(brought.customers, 0)
                when lines.counts = 'users' then coalesce(brought.users, 0)
                when lines.counts = 'deployments' then coalesce(brought.deployments, 0)
            end
            as double
        ) as computed_actual
    from lines
    left join brought on lines.program = brought.program and lines.track = brought.track
    left join entered
        on
            lines.program = entered.program
            and lines.track = entered.track
            and lines.entry = entered.entry
            and entered.recency = 1
),

scored as (
    select
        *,
        coalesce(computed_actual, entered_actual) as actual,
        case
            when coalesce(computed_actual, entered_actual) > 0.0
                then round(
                    least(max_points, coalesce(computed_actual, entered_actual) * max_points / threshold), 4
                )
            when coalesce(computed_actual, entered_actual) is not null then 0.0
        end as points
    from counted
),

ranked as (
    select
        *,
        row_number() over (
            partition by program, track, metric
            order by points desc nulls last, option_position asc
        ) as preference
    from scored
)

select
    ranked.program,
    ranked.program_name,
    ranked.track,
    ranked.track_name,
    ranked.metric,
    ranked.metric_name,
    ranked.category,
    ranked.unit,
    ranked.month,
    ranked.actual,
    ranked.points,
    ranked.max_points,
    ranked.counts = 'by-hand' or (ranked.computed_actual is null and ranked.actual is not null) as is_by_hand,
    ranked.threshold,
    nullif(ranked.association_type, '') as association_type,
    ranked.actual is not null as is_known,
    round(least(ranked.max_points - coalesce(ranked.points, 0.0), ranked.max_points / ranked.threshold), 4)
        as points_per_unit,
    ranked.line_points,
    (select count(*) from visible_customers) = asked.customers_count and $workloads is null as is_whole
from ranked
cross join asked
where ranked.preference = 1
order by ranked.program, ranked.track, ranked.metric_position
