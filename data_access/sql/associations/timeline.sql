-- What happened with a customer: claims' steps, documents, notes?
-- Grain: happening, newest first. kind: claim, document, note.
-- Claims on tenants that no file knows are seen by executives and admins, while nothing narrows to customers.
with seen_claims as (
    select
        c.*,
        v.name as customer_name,
        v.account_manager_id,
        v.account_manager,
        v.team
    from registry.claims as c
    left join visible_customers as v on c.tenant_id = v.tenant_id
    left join customers as k on c.tenant_id = k.tenant_id
    where
        (
            v.tenant_id is not null
            or (
                $sees_all
                and k.tenant_id is null
                and ($tenant is null or c.tenant_id = $tenant)
                and $segments is null
                and $countries is null
                and $managers is null
            )
        )
        and ($locations is null or list_contains($locations, c.location_id))
),

happened as (
    select
        c.tenant_id,
        'claim' as kind,
        e.recorded_at as happened_at,
        e.happened_on,
        e.claim_id,
        e.target as what,
        e.reason as detail,
        e.recorded_by as who
    from registry.claim_events as e
    inner join seen_claims as c on e.claim_id = c.claim_id
    union all
    select
        c.tenant_id,
        'document',
        d.attached_at,
        cast(d.attached_at as date),
        c.claim_id,
        d.file_name,
        '',
        d.attached_by
    from registry.claim_documents as d
    inner join seen_claims as c on d.form_id = c.form_id
    union all
    select
        n.tenant_id,
        'note',
        n.written_at,
        cast(n.written_at as date),
        null,
        coalesce(n.workload, ''),
        n.text,
        n.written_by
    from registry.notes as n
    inner join visible_customers as v on n.tenant_id = v.tenant_id
)

select *
from happened
order by happened_at desc, kind asc, claim_id asc
