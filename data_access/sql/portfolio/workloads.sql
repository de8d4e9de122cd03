-- One customer's workloads as they stand: used, paid, above which high-water mark, claimed or not.
-- Grain: tenant x workload; also workloads that are only licensed (available), with unknown usage.
with used as (
    select
        s.tenant_id,
        v.name,
        s.workload,
        s.last_month as month,
        s.mau,
        s.pau,
        s.usage_share,
        s.prior_hwm,
        s.hwm_basis,
        s.hwm_since,
        s.starting_hwm,
        s.new_units,
        case when s.prior_hwm is not null then greatest(0, s.pau - s.prior_hwm) end as opportunity_units,
        s.claim_id,
        s.partner_id,
        s.associated_on,
        s.is_associated,
        s.is_current,
        s.source
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    where
        ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
),

licensed as (
    select a.tenant_id, v.name, a.workload, a.seats
    from available as a
    inner join visible_customers as v on a.tenant_id = v.tenant_id
    where $workloads is null or list_contains($workloads, a.workload)
)

select
    coalesce(u.tenant_id, l.tenant_id) as tenant_id,
    coalesce(u.name, l.name) as name,
    coalesce(u.workload, l.workload) as workload,
    u.month,
    u.mau,
    coalesce(u.pau, l.seats) as pau,
    u.usage_share,
    u.prior_hwm,
    u.hwm_basis,
    u.hwm_since,
    u.starting_hwm,
    u.new_units,
    u.opportunity_units,
    l.seats as licensed_units,
    u.claim_id,
    u.partner_id,
    u.associated_on,
    coalesce(u.is_associated, false) as is_associated,
    coalesce(u.is_current, false) as is_current,
    u.source
from used as u
full outer join licensed as l on u.tenant_id = l.tenant_id and u.workload = l.workload
order by is_associated desc, mau desc nulls last, workload asc
