-- Which ways to earn which metric were in force in each scored month?
-- **Grain:** one row per scored month x program x track x metric x association type.
-- `counted_on` is the day by which the month's usage is complete: hand entries are read as of that day.
create or replace table score_lines as
select
    score_months.month,
    score_months.counted_on,
    score_months.is_latest,
    score_months.is_comparable,
    score_rules.program,
    score_rules.program_name,
    score_rules.track,
    score_rules.track_name,
    score_rules.metric,
    score_rules.metric_name,
    score_rules.category,
    score_rules.counts,
    score_rules.unit,
    cast(score_rules.max_points as double) as max_points,
    cast(score_rules.line_points as double) as line_points,
    score_rules.position as metric_position,
    score_options.association_type,
    cast(score_options.threshold as double) as threshold,
    score_options.entry,
    score_options.position as option_position
from score_rules
inner join score_options
    on
        score_rules.program = score_options.program
        and score_rules.track = score_options.track
        and score_rules.metric = score_options.metric
        and score_rules.effective_from = score_options.effective_from
inner join score_months
    on
        score_rules.effective_from <= score_months.month
        and (score_rules.effective_until is null or score_rules.effective_until > score_months.month)
