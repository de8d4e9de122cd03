-- Which documents prove our claims, and are any of them used twice?
-- Grain: document attached to a claim. also_used_for: other claims or unfiled forms with the same bytes, in one text.
with used as (
    select
        d.sha256,
        d.form_id,
        coalesce(c.claim_id, d.form_id) as used_for
    from registry.claim_documents as d
    left join registry.claims as c on d.form_id = c.form_id
    where d.removed_at is null
),

shared as (
    select
        one.form_id,
        one.sha256,
        string_agg(other.used_for, ',' order by other.used_for) as also_used_for
    from used as one
    inner join used as other on one.sha256 = other.sha256 and one.form_id <> other.form_id
    group by one.form_id, one.sha256
),

checked as (
    select
        *,
        row_number() over (partition by form_id, sha256 order by number desc) as recency
    from registry.poe_checks
)

select
    c.claim_id,
    c.form_id,
    c.tenant_id,
    d.sha256,
    d.file_name,
    m.media_type as kind,
    m.size_bytes,
    d.attached_by,
    d.attached_at,
    s.also_used_for,
    h.checked_at,
    h.submission_on,
    h.can_be_read,
    h.open_count as open_findings_count,
    h.acknowledged_on
from registry.claim_documents as d
inner join seen_claims as c on d.form_id = c.form_id
inner join registry.documents as m on d.sha256 = m.sha256
left join shared as s on d.form_id = s.form_id and d.sha256 = s.sha256
left join checked as h on d.form_id = h.form_id and d.sha256 = h.sha256 and h.recency = 1
where d.removed_at is null and ($claim_id is null or c.claim_id = $claim_id)
order by c.claim_id, d.attached_at, d.sha256
