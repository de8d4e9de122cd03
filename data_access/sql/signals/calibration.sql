-- Did what was given a probability happen as often as it said?
-- Grain: band of a tenth, of one signal or of all. By rolling origin: each past case judged with what was known on its
-- day. It is the record of the whole portfolio's model: counts and shares, nobody's numbers.
with bands as (
    select
        band,
        sum(cases_count) as cases_count,
        sum(predicted_sum) as predicted_sum,
        sum(reached_count) as reached_count
    from signal_calibration
    where ($signal is null or signal = $signal) and exists (select 1 from visible_groups)
    group by band
)

select
    cast(band as bigint) as band,
    predicted_sum / cases_count as predicted_share,
    cast(reached_count as double) / cases_count as observed_share,
    cast(cases_count as bigint) as evidence_count
from bands
order by band
