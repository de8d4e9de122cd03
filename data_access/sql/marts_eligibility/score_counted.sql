-- Which workloads count towards which track in which scored month, and do they make a customer?
-- **Grain:** one row per program x track x scored month x workload. A temporary step of the score marts.
create or replace temp table score_counted as
select
    score_tracks.track_no,
    score_tracks.month,
    score_tracks.year_before,
    score_workloads.workload,
    score_workloads.counts_for_adds,
    score_tracks.min_licences,
    coalesce(score_tracks.max_licences, 2147483647) as max_licences,
    score_tracks.active_percent
from score_tracks
inner join score_workloads
    on
        score_tracks.program = score_workloads.program
        and score_tracks.month >= score_workloads.effective_from
        and (score_workloads.effective_until is null or score_tracks.month < score_workloads.effective_until)
