-- What came before each origin, and what after?
-- Grain: tenant x workload x origin with a fact within the months looked at. Months without a fact stay unknown: they
-- are joined, not counted off.
create temp table signal_windows as
select
    l.series_no,
    p.origin_no,
    max(case when p.distance = -1 then l.mau end) as mau_1,
    max(case when p.distance = -2 then l.mau end) as mau_2,
    max(case when p.distance = -3 then l.mau end) as mau_3,
    max(case when p.distance = -4 then l.mau end) as mau_4,
    max(case when p.distance = -5 then l.mau end) as mau_5,
    max(case when p.distance = -6 then l.mau end) as mau_6,
    max(case when p.distance = -3 then l.pau end) as pau_3,
    max(case when p.distance > 0 then l.mau end) as future_mau,
    max(case when p.distance > 0 then l.pau end) as future_pau,
    max(case when p.distance > 0 then least(l.mau, l.pau) end) as future_units,
    max(case when p.distance > 0 and l.pau > 0 then 100 * l.mau // l.pau end) as future_percent
from ledger as l
inner join signal_probes as p on l.month = p.month
group by l.series_no, p.origin_no
