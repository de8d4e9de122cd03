-- Which months around an origin are looked at: six before it, and those in which an outcome shows?
-- Grain: origin x month.
create temp table signal_probes as
with distances as (
    select
        o.origin_no,
        o.is_now,
        m.month,
        date_diff('month', o.month, m.month) as distance
    from signal_months as o
    cross join months as m
)

select origin_no, month, cast(distance as integer) as distance
from distances
where distance >= -6 and distance <> 0 and distance <= case when is_now then 0 else $horizon_months end
