-- What does every month of usage earn by the rules in force, and what was reported?
-- Grain: tenant x workload x month with a fact. before_cap_usd, payable_usd and estimated_usd belong to family;
-- milestone_usd stands beside it and is never added. cap_balance_usd: what the cap has left after.
with balanced as (
    select
        i.tenant_id,
        v.name,
        i.workload,
        i.month,
        i.family,
        i.mau,
        i.pau,
        i.prior_hwm,
        i.starting_hwm,
        i.new_units,
        i.rate,
        i.before_cap_usd,
        i.payable_usd,
        i.capped_units,
        i.cap_usd,
        cast(i.cap_usd - sum(i.payable_usd) over account as decimal(18, 2)) as cap_balance_usd,
        i.milestone_usd,
        i.estimated_usd,
        i.reported_usd,
        i.refusal_codes,
        i.remark,
        i.rule_set,
        i.claim_id,
        i.partner_id,
        i.is_illustrative
    from incentive_ledger as i
    inner join visible_customers as v on i.tenant_id = v.tenant_id
    window
        account as (
            partition by
                i.tenant_id,
                i.family,
                i.rule_set,
                case when i.cap_scope = 'customer_workload' then i.workload end
            order by i.month
        )
)

select *
from balanced
where
    ($start is null or month >= $start)
    and ($end_before is null or month < $end_before)
    and ($workloads is null or list_contains($workloads, workload))
    and ($locations is null or list_contains($locations, partner_id))
order by tenant_id, workload, month
