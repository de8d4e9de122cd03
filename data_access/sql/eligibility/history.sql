-- What was each track's score month by month, and would it have qualified?
-- **Grain:** one row per program x track x scored month of the range.
-- `known_points` leaves unknown metrics out; `is_qualified` is null while an unknown metric decides. The better
-- track is the one with the higher total. Computed from the customers the viewer sees, like `eligibility/scores`.
with lines as (
    select
        *,
        case
            when is_latest
                then coalesce(
                    $today,
                    greatest(counted_on, (select cast(max(entered_at) as date) from registry.score_entries))
                )
            else counted_on
        end as entries_on,
        is_comparable and ($workloads is null or is_latest) as is_computable
    from score_lines
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
),

brought as (
    select
        program,
        track,
        month,
        sum(customers) as customers,
        sum(users) as users,
        sum(deployments) as deployments
    from contributions
    group by program, track, month
),

entered as (
    select
        lines.program,
        lines.track,
        lines.month,
        lines.entry,
        entries.actual,
        row_number() over (
            partition by lines.program, lines.track, lines.month, lines.entry
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
        cast(
            coalesce(
                case
                    when lines.option_position > 0 or not lines.is_computable then null
                    when lines.counts = 'customers' then coalesce(brought.customers, 0)
                    when lines.counts = 'users' then coalesce(brought.users, 0)
                    when lines.counts = 'deployments' then coalesce(brought.deployments, 0)
                end,
                entered.actual
            )
            as double
        ) as actual
    from lines
    left join brought
        on
            lines.program = brought.program
            and lines.track = brought.track
            and lines.month = brought.month
    left join entered
        on
            lines.program = entered.program
            and lines.track = entered.track
            and lines.month = entered.month
            and lines.entry = entered.entry
            and entered.recency = 1
),

metrics as (
    select
        program,
        program_name,
        track,
        track_name,
        month,
        entries_on,
        line_points,
        metric,
        max_points,
        max(
            case
                when actual > 0.0 then round(least(max_points, actual * max_points / threshold), 4)
                when actual is not null then 0.0
            end
        ) as points
    from counted
    group by
        program, program_name, track, track_name, month, entries_on, line_points, metric, max_points
),

totals as (
    select
        program,
        program_name,
        track,
        track_name,
        month,
        entries_on as counted_on,
        line_points,
        round(coalesce(sum(points), 0.0), 4) as known_points,
        round(sum(coalesce(points, max_points)), 4) as possible_points,
        count(case when points is null then 1 end) as unknown_count,
        count(case when points = 0.0 then 1 end) as at_zero_count
    from metrics
    group by program, program_name, track, track_name, month, entries_on, line_points
)

select
    totals.*,
    case
        when totals.at_zero_count > 0 or totals.possible_points < totals.line_points then false
        when totals.unknown_count = 0 then true
    end as is_qualified,
    row_number() over (
        partition by totals.program, totals.month
        order by totals.known_points desc, totals.track asc
    ) = 1 as is_better_track,
    (select count(*) from visible_customers) = score_months.customers_count and $workloads is null as is_whole
from totals
inner join score_months on totals.month = score_months.month
order by totals.program, totals.month, totals.track
