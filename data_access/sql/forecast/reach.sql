-- When is the next milestone, or a new high-water mark, reached, and how likely within 3, 6 and 12 months?
-- **Grain:** tenant x workload x target (milestone, hwm). Dates are the middle and the 10-90 % range of the paths
-- that get there; a date never stands without its probability.
with seen as (
    select
        r.*,
        v.name
    from forecast.reach as r
    inner join visible_customers as v on r.tenant_id = v.tenant_id
    where $workloads is null or list_contains($workloads, r.workload)
)

select
    s.tenant_id,
    s.name,
    s.workload,
    s.target,
    s.step,
    s.level::bigint as level_users,
    s.probability_3,
    s.probability_6,
    s.probability_12,
    s.reached_on_earliest,
    s.reached_on,
    s.reached_on_latest,
    e.evidence,
    e.note
from seen as s
left join forecast.evidence as e on s.tenant_id = e.tenant_id and s.workload = e.workload
order by s.probability_6 desc nulls last, s.tenant_id asc, s.workload asc, s.target asc
