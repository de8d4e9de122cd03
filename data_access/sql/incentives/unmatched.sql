-- Which reported earnings belong to a customer or claim that no usage file knows?
-- Grain: earning_id. unmatched_by: tenant or claim. Unknown customers are shown to viewers who see all customers.
with listed as (
    select
        r.earning_id,
        r.unmatched_by,
        r.tenant_id,
        r.customer_name,
        r.claim_id,
        r.workload,
        r.month,
        r.amount,
        r.currency,
        r.amount_usd,
        r.payment_status,
        r.reason_code
    from reported as r
    left join visible_customers as v on r.tenant_id = v.tenant_id
    where
        r.unmatched_by is not null
        and (v.tenant_id is not null or (
            r.unmatched_by = 'tenant'
            and $sees_all
            and $tenant is null
            and $segments is null
            and $countries is null
            and $managers is null
        ))
        and ($start is null or r.month is null or r.month >= $start)
        and ($end_before is null or r.month is null or r.month < $end_before)
        and ($workloads is null or list_contains($workloads, r.workload))
        and ($locations is null or list_contains($locations, r.partner_id))
)

select *
from listed
order by abs(amount_usd) desc, earning_id
