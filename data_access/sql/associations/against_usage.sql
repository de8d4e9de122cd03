-- Where does Microsoft's record of an association differ from ours?
-- Grain: claim x workload. Matched by Microsoft's claim number, else by tenant and workload; matched_by is null where
-- no usage file names the association. Microsoft's record wins; ours is shown beside it.
with claimed as (
    select c.*, w.workload
    from seen_claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    where $workloads is null or list_contains($workloads, w.workload)
)

select
    c.claim_id,
    c.tenant_id,
    c.customer_name,
    c.workload,
    c.state,
    c.approved_on,
    c.location_id,
    c.claim_number,
    case
        when n.claim_number is not null then 'claim number'
        when t.tenant_id is not null then 'tenant and workload'
    end as matched_by,
    coalesce(n.claim_number, t.claim_number) as recorded_number,
    coalesce(n.partner_id, t.partner_id) as recorded_location_id,
    coalesce(n.associated_on, t.associated_on) as recorded_on,
    coalesce(n.month, t.month) as recorded_month,
    case
        when n.claim_number is null and t.tenant_id is null then c.state = 'Approved'
        else
            c.state <> 'Approved'
            or coalesce(c.claim_number <> coalesce(n.claim_number, t.claim_number), false)
            or coalesce(c.location_id <> coalesce(n.partner_id, t.partner_id), false)
            or coalesce(c.approved_on <> coalesce(n.associated_on, t.associated_on), false)
    end as is_different
from claimed as c
left join attributions as n
    on
        c.tenant_id = n.tenant_id
        and c.workload = n.workload
        and c.claim_number = n.claim_number
left join attributions as t on c.tenant_id = t.tenant_id and c.workload = t.workload and t.is_latest
order by c.claim_id, c.workload
