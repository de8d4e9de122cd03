-- Did what was given a probability happen as often as it said?
-- Grain: signal x band of a tenth (band 0: under 10 %), by rolling origin.
create table signal_calibration as
select
    signal,
    cast(floor(10 * probability) as integer) as band,
    count(*) as cases_count,
    sum(probability) as predicted_sum,
    count(case when is_reached then 1 end) as reached_count,
    sum((probability - case when is_reached then 1 else 0 end) * (probability - case when is_reached then 1 else 0 end))
        as squared_error_sum
from signal_backtest
group by signal, cast(floor(10 * probability) as integer)
