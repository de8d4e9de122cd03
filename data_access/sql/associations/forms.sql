-- Which forms are being filled in?
-- Grain: unfiled form. form is JSON text as typed, without contacts. Forms that name no tenant yet are seen by who
-- started them and by those who see all.
with started as (
    select
        d.form_id,
        d.tenant_id,
        v.name as customer_name,
        d.form,
        d.revision,
        d.started_by,
        d.saved_by,
        d.saved_at
    from registry.claim_drafts as d
    left join visible_customers as v on d.tenant_id = v.tenant_id
    where
        d.filed_claim_id is null
        and d.discarded_at is null
        and (v.tenant_id is not null or (d.tenant_id is null and d.started_by = $viewer_user) or $sees_all)
)

select *
from started
where $tenant is null or tenant_id = $tenant
order by saved_at desc, form_id asc
