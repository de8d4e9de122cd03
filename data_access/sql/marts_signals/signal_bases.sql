-- How often did each signal's situation work out, whatever the stratum, on each day we look back from?
-- Grain: signal x source x looking-back month. base_share = (reached + prior_share x prior_cases) / (cases +
-- prior_cases): a Beta prior with the mean of the signal's definition. is_enough: cases and customers suffice to say
-- a probability.
create temp table signal_bases as
select
    k.read_at,
    k.signal,
    k.source,
    k.cases_count,
    k.reached_count,
    c.customers_count,
    (k.reached_count + d.prior_share * $prior_cases) / (k.cases_count + $prior_cases) as base_share,
    k.cases_count >= $minimum_cases and c.customers_count >= $minimum_customers as is_enough
from (
    select read_at, signal, source, sum(cases_count) as cases_count, sum(reached_count) as reached_count
    from signal_known
    group by read_at, signal, source
) as k
inner join signal_customers as c on k.read_at = c.read_at and k.signal = c.signal and k.source = c.source
inner join signal_definitions as d on k.signal = d.signal
