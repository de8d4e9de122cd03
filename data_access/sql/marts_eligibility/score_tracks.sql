-- Which licence band and which share of active users does each track ask for, month by month?
-- **Grain:** one row per program x track x scored month.
-- A temporary step of the score marts; `track_no` stands for the three keys.
create or replace temp table score_tracks as
with tracks as (
    select
        score_rules.program,
        score_rules.track,
        score_months.month,
        score_months.year_before,
        score_rules.min_licences,
        score_rules.max_licences,
        score_rules.keeps_promoted,
        max(score_rules.active_percent) as active_percent
    from score_rules
    inner join score_months
        on
            score_rules.effective_from <= score_months.month
            and (score_rules.effective_until is null or score_rules.effective_until > score_months.month)
    group by
        score_rules.program,
        score_rules.track,
        score_months.month,
        score_months.year_before,
        score_rules.min_licences,
        score_rules.max_licences,
        score_rules.keeps_promoted
)

select
    tracks.*,
    row_number() over (order by month, program, track) as track_no
from tracks
