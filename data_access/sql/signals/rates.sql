-- Of the cases that stood like this one, how many worked out? The model, line by line.
-- Grain: signal x source x stratum with past cases. Shares of the whole portfolio's history, nobody's numbers.
with known as (
    select *
    from signal_rates
    where ($signal is null or signal = $signal) and exists (select 1 from visible_groups)
)

select
    signal,
    source,
    stratum,
    cases_count as evidence_count,
    reached_count,
    base_share,
    probability
from known
order by signal asc, cases_count desc, stratum asc, source asc
