-- What happened with a customer: claims' steps, documents, notes?
-- Grain: happening, newest first. kind: claim, document, note.
with happened as (
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
order by happened_at desc, kind asc, claim_id asc, what asc, detail asc
