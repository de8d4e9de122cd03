-- Who did what about one opportunity, and when?
-- Grain: entry of the opportunity's history, newest first.
with seen as (
    select tenant_id, name
    from visible_customers
)

select
    h.tenant_id,
    h.workload,
    cast(h.number as bigint) as number,
    h.status,
    h.owner,
    h.reason as closed_because,
    h.note,
    h.changed_by,
    h.changed_at
from registry.opportunity_history as h
inner join seen as v on h.tenant_id = v.tenant_id
where ($workload_code is null or h.workload = $workload_code)
order by h.number desc, h.tenant_id asc, h.workload asc
