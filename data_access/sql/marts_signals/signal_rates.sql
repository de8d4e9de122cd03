-- What share of the cases that stood like this one worked out? The whole model, one line a stratum.
-- Grain: signal x source x stratum, as known now. probability = (reached + base share x stratum_cases) / (cases +
-- stratum_cases): the stratum's own share, drawn towards the signal's as long as it has few cases.
create table signal_rates as
select
    k.signal,
    k.source,
    k.stratum,
    k.cases_count,
    k.reached_count,
    b.cases_count::bigint as signal_cases_count,
    b.customers_count,
    b.base_share,
    case
        when b.is_enough
            then (k.reached_count + b.base_share * $stratum_cases) / (k.cases_count + $stratum_cases)
    end as probability,
    b.is_enough
from signal_known as k
inner join signal_bases as b on k.read_at = b.read_at and k.signal = b.signal and k.source = b.source
where k.read_at = date '9999-12-01'
