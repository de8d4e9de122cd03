-- What would have been said of every past case, on its day, from what was known then?
-- Grain: signal x tenant x workload x origin, where there was enough history. No case sees its own horizon.
create temp table signal_backtest as
select
    f.signal,
    f.series_no,
    f.month,
    f.cents,
    f.is_reached,
    f.is_associated,
    f.headroom_units,
    f.realised_cents,
    (coalesce(k.reached_count, 0) + b.base_share * $stratum_cases)
    / (coalesce(k.cases_count, 0) + $stratum_cases) as probability
from signal_facts as f
inner join signal_bases as b
    on f.signal = b.signal and f.source = b.source and f.month = b.read_at and b.is_enough
left join signal_known as k
    on f.signal = k.signal and f.source = k.source and f.stratum = k.stratum and f.month = k.read_at
where not f.is_now
