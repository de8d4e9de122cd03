-- What Microsoft says we earned, placed in a usage month and matched to what we know.
-- Grain: earning_id. unmatched_by: 'tenant' where no file knows the customer, 'claim' where none knows the claim.
-- $usage_month_column says which date is the usage month; where it is empty the other one counts.
create table reported as
with claims as (
    select distinct s.tenant_id, l.claim_id
    from (select distinct series_no, claim_id from ledger where claim_id is not null) as l
    inner join incentive_series as s on l.series_no = s.series_no
),

dated as (
    select
        *,
        case
            when $usage_month_column = 'earning_on' then coalesce(earning_on, transaction_on)
            else coalesce(transaction_on, earning_on)
        end as usage_on
    from earnings
)

select
    d.earning_id,
    s.series_no,
    d.claim_id,
    d.tenant_id,
    d.customer_name,
    d.workload,
    cast(date_trunc('month', d.usage_on) as date) as month,
    d.earning_on,
    d.participant_id as partner_id,
    coalesce(trim(d.milestone), '') <> '' as is_milestone,
    d.milestone,
    d.mau,
    d.pau,
    d.compensable_units,
    case
        when d.currency = 'USD' or d.amount = d.amount_usd then d.rate
        when d.amount <> 0 then cast(d.rate * cast(d.amount_usd as double) / cast(d.amount as double) as decimal(18, 6))
    end as rate_usd,
    d.amount,
    d.currency,
    d.amount_usd,
    d.payment_status,
    coalesce(g.status_group, 'other') as status_group,
    c.group_id,
    d.estimated_payment_month,
    d.payment_id,
    d.reason_code,
    case
        when c.tenant_id is null then 'tenant'
        when k.claim_id is null then 'claim'
    end as unmatched_by
from dated as d
left join customers as c on d.tenant_id = c.tenant_id
left join incentive_series as s on d.tenant_id = s.tenant_id and d.workload = s.workload
left join claims as k on d.tenant_id = k.tenant_id and d.claim_id = k.claim_id
left join payment_status_groups as g on lower(trim(d.payment_status)) = g.payment_status
