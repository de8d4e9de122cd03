-- Who is next on the ladder, and when is the step expected?
-- **Grain:** tenant x workload, as incentives/ladder, a page of them. Dates are the middle and the 10-90 % range of the
-- paths that reach the step within twelve months, never without their probability; null for another step than the
-- forecast's, for little evidence, and before the first forecast. evidence is null where it has no such series.
with expected as (
    select
        tenant_id,
        workload,
        step,
        probability_3,
        probability_6,
        probability_12,
        reached_on_earliest,
        reached_on,
        reached_on_latest
    from forecast.reach
    where target = 'milestone'
)

select
    l.*,
    x.probability_3,
    x.probability_6,
    x.probability_12,
    x.reached_on_earliest,
    x.reached_on,
    x.reached_on_latest,
    e.evidence
from ladder as l
left join expected as x on l.tenant_id = x.tenant_id and l.workload = x.workload and l.next_step = x.step
left join forecast.evidence as e on l.tenant_id = e.tenant_id and l.workload = e.workload
order by l.place
