-- What is known of each tenant and workload that could conflict: our claims, our unfiled forms, rivals, size?
-- Grain: claim or unfiled form x workload (state is null for a form). is_in_usage: a usage file names it as ours.
with ours as (
    select
        c.tenant_id,
        c.claim_id,
        w.workload,
        c.state,
        c.location_id,
        c.state_since_on as since_on,
        c.poe_acknowledged_on as acknowledged_on,
        c.renewal_of,
        c.approved_on,
        c.was_disputed,
        c.claim_number
    from seen_claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    union all
    select
        d.tenant_id,
        d.form_id,
        d.workload,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null
    from registry.draft_workloads as d
    left join visible_customers as v on d.tenant_id = v.tenant_id
    left join customers as k on d.tenant_id = k.tenant_id
    where
        v.tenant_id is not null
        or ($sees_all and k.tenant_id is null and ($tenant is null or d.tenant_id = $tenant))
),

in_usage as (
    select distinct
        a.tenant_id,
        a.workload
    from attributions as a
    inner join ours as o on a.tenant_id = o.tenant_id and a.workload = o.workload
)

select
    o.tenant_id,
    k.name as customer_name,
    o.claim_id,
    o.workload,
    o.state,
    o.location_id,
    o.since_on,
    o.acknowledged_on,
    o.renewal_of,
    o.approved_on,
    o.was_disputed,
    u.tenant_id is not null as is_in_usage,
    k.licences_count,
    r.partner as rival
from ours as o
left join customers as k on o.tenant_id = k.tenant_id
left join in_usage as u on o.tenant_id = u.tenant_id and o.workload = u.workload
left join registry.known_rivals as r on o.tenant_id = r.tenant_id and o.workload = r.workload
where $workloads is null or list_contains($workloads, o.workload)
order by o.tenant_id, o.workload, o.claim_id
