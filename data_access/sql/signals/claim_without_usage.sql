-- Which claims were approved, but no usage file names the association?
-- Grain: claim x workload, approved long enough ago ($claim_without_usage_days) by today, or by the end of the data.
-- Whether usage shows up later is not known of enough claims to give it a probability.
with approved as (
    select c.tenant_id, w.workload, c.claim_id, c.approved_on
    from registry.claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    where c.state = 'Approved'
),

unseen as (
    select a.*
    from approved as a
    left join series as s
        on a.tenant_id = s.tenant_id and a.workload = s.workload and s.first_associated_month is not null
    where s.tenant_id is null
    union all
    select l.tenant_id, l.workload, l.claim_id, l.decided_on
    from signal_claims_unseen as l
    left join registry.claims as c on l.claim_id = c.claim_number
    where c.claim_id is null
),

ends as (
    select coalesce($today, max(month) + to_months(1)) as read_on
    from months
)

select
    a.tenant_id,
    a.workload,
    'claim_without_usage' as signal,
    a.claim_id,
    a.approved_on as since_on,
    date_diff('day', a.approved_on, cast(e.read_on as date)) as days_count,
    'Approved' as state,
    o.step_usd as value_usd,
    cast(null as double) as probability,
    cast(0 as bigint) as evidence_count,
    cast(0 as bigint) as reached_count
from unseen as a
inner join visible_customers as v on a.tenant_id = v.tenant_id
cross join ends as e
left join opportunity_worth as o on a.tenant_id = o.tenant_id and a.workload = o.workload
where date_diff('day', a.approved_on, cast(e.read_on as date)) > $claim_without_usage_days
order by a.claim_id, a.workload
