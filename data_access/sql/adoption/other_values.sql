-- What other sources said of the same customer, workload and month: the values that did not win.
-- Grain: tenant x workload x month x import that lost.
with answered as (
    select
        u.tenant_id,
        u.workload,
        u.month,
        u.source,
        u.mau,
        u.pau,
        u.as_of_on,
        u.file_name
    from other_usage as u
    inner join visible_customers as v on u.tenant_id = v.tenant_id
    where
        ($start is null or u.month >= $start)
        and ($end_before is null or u.month < $end_before)
        and ($workloads is null or list_contains($workloads, u.workload))
        and ($locations is null or list_contains($locations, u.partner_id))
)

select *
from answered
order by tenant_id, workload, month, source, file_name
