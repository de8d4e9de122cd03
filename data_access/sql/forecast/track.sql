-- How well did earlier forecasts of this portfolio do?
-- **Grain:** kind of series x restlessness x months ahead. Coverage: outcomes inside the 80 % band; errors in points of
-- paid units. Nobody's customer can be told from it.
with seen as (
    select count(*) as customers_count from visible_customers
)

select
    t.kind,
    t.restlessness,
    t.ahead_from,
    t.ahead_to,
    t.coverage_share,
    t.error_share,
    t.naive_error_share,
    t.evidence_count
from forecast.track as t
cross join seen
order by t.kind, t.restlessness, t.ahead_from
