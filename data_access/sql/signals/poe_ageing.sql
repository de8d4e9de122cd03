-- Which proofs of execution are too old, or soon will be?
-- Grain: claim x workload, claims that are alive and not renewed. $poe_before: acknowledgements from before that day
-- are too old within the warning time; without it nothing is said. The chance of approval is said of undecided claims
-- only.
with renewed as (
    select distinct renewal_of
    from registry.claims
    where renewal_of is not null and state = 'Approved'
)

select
    c.tenant_id,
    w.workload,
    'poe_ageing' as signal,
    c.claim_id,
    c.poe_acknowledged_on as since_on,
    date_diff('day', c.poe_acknowledged_on, $today) as days_count,
    c.state,
    o.step_usd as value_usd,
    case when c.state <> 'Approved' then r.probability end as probability,
    case when c.state <> 'Approved' then r.cases_count else 0 end as evidence_count,
    case when c.state <> 'Approved' then r.reached_count else 0 end as reached_count
from registry.claims as c
inner join visible_customers as v on c.tenant_id = v.tenant_id
inner join registry.claim_workloads as w on c.claim_id = w.claim_id
left join renewed as n on c.claim_id = n.renewal_of
left join opportunity_worth as o on c.tenant_id = o.tenant_id and w.workload = o.workload
left join claim_rates as r on r.signal = 'poe_ageing'
where
    n.renewal_of is null
    and c.state not in ('Rejected', 'Rejected final')
    and c.poe_acknowledged_on < $poe_before
order by c.claim_id, w.workload
