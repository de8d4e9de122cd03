-- Where does what Microsoft reported differ from what was expected, why, and how long can it be disputed?
-- Grain: tenant x workload x month x claim x family. difference_usd = reported - expected (estimate); days_left counts
-- from the earning's date, or from the day the month was due, up to $dispute_days; without $today it is unknown.
with dated as (
    select
        d.tenant_id,
        v.name,
        v.account_manager,
        d.workload,
        d.month,
        d.claim_id,
        d.family,
        d.expected_usd,
        d.reported_usd,
        d.difference_usd,
        d.cause,
        d.refusal_codes,
        d.expected_units,
        d.reported_units,
        d.expected_rate,
        d.reported_rate,
        d.earned_on,
        cast(d.month + interval 1 month + $due_day * interval 1 day - interval 1 day as date) as due_on,
        d.rule_set,
        d.is_illustrative
    from incentive_differences as d
    inner join visible_customers as v on d.tenant_id = v.tenant_id
    where
        (d.cause <> 'agrees' or $with_agreeing)
        and ($cause is null or d.cause = $cause)
        and ($start is null or d.month >= $start)
        and ($end_before is null or d.month < $end_before)
        and ($workloads is null or list_contains($workloads, d.workload))
        and ($locations is null or list_contains($locations, d.partner_id))
)

select
    *,
    cast($dispute_days - date_diff('day', coalesce(earned_on, due_on), cast($today as date)) as bigint) as days_left
from dated
order by abs(difference_usd) desc, tenant_id asc, workload asc, month asc, claim_id asc, family asc
limit $row_limit
