-- What happened to our claims, when, by whom and why?
-- Grain: event. Append-only; the first event of a claim has no source state.
with happened as (
    select *
    from registry.claim_events
    where $claim_id is null or claim_id = $claim_id
)

select
    e.claim_id,
    c.tenant_id,
    c.customer_name,
    e.number,
    e.trigger,
    e.actor,
    e.source,
    e.target,
    e.happened_on,
    e.reason,
    e.document,
    e.claim_number,
    e.recorded_by,
    e.recorded_at
from happened as e
inner join seen_claims as c on e.claim_id = c.claim_id
order by e.recorded_at, e.claim_id, e.number
