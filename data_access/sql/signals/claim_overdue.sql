-- Which claims have a step that took longer than its window?
-- Grain: claim x workload. Our own claims by state and its first day; claims that only a claims list knows by the day
-- they were submitted. The days come from the windows in business days; without them nothing is said.
with ours as (
    select
        c.tenant_id,
        w.workload,
        c.claim_id,
        c.state,
        case when c.state = 'Draft' then coalesce(c.agreement_on, c.filed_on) else c.state_since_on end as since_on,
        o.step_usd
    from registry.claims as c
    inner join registry.claim_workloads as w on c.claim_id = w.claim_id
    left join opportunity_worth as o on c.tenant_id = o.tenant_id and w.workload = o.workload
),

listed as (
    select
        l.tenant_id,
        l.workload,
        l.claim_id,
        l.status as state,
        l.submitted_on as since_on,
        l.step_usd
    from signal_claims_open as l
    left join registry.claims as c on l.claim_id = c.claim_number
    where c.claim_id is null
),

late as (
    select *
    from ours
    where
        (state = 'Draft' and since_on < $filing_before)
        or (state = 'Submitted' and since_on < $intake_before)
        or (state = 'Under review' and since_on < $review_before)
        or (state = 'Partner action required' and since_on < $answer_before)
        or (state = 'Dispute' and since_on < $dispute_before)
    union all
    select *
    from listed
    where
        (state = 'Submitted' and since_on < $intake_before)
        or (state in ('Under review', 'Partner action required') and since_on < $decision_before)
)

select
    l.tenant_id,
    l.workload,
    'claim_overdue' as signal,
    l.claim_id,
    l.since_on,
    date_diff('day', l.since_on, $today) as days_count,
    l.state,
    l.step_usd as value_usd,
    r.probability,
    r.cases_count as evidence_count,
    r.reached_count
from late as l
inner join visible_customers as v on l.tenant_id = v.tenant_id
left join claim_rates as r on r.signal = 'claim_overdue'
order by l.claim_id, l.workload
