-- Which active users of one customer become money?
-- Grain: month x workload. Every active user is in exactly one of the *_units.
with judged as (
    select
        i.*,
        i.is_associated and i.prior_hwm is not null and i.pau is not null as is_judged,
        case when i.before_cap_usd > 0 and i.family = 'growth' then i.new_units else 0 end as paid_units
    from incentive_ledger as i
    inner join visible_customers as v on i.tenant_id = v.tenant_id
    where i.mau is not null
)

select
    month,
    workload,
    partner_id,
    mau,
    case when not is_associated then mau else 0 end as not_claimed_units,
    case when is_associated and not is_judged then mau else 0 end as unknown_units,
    case when is_judged then least(mau, prior_hwm) else 0 end as below_mark_units,
    case when is_judged then greatest(0, mau - greatest(pau, prior_hwm)) else 0 end as above_paid_units,
    case when is_judged then greatest(0, least(mau, pau) - prior_hwm) - paid_units else 0 end as refused_units,
    paid_units as eligible_units,
    case when family = 'growth' then before_cap_usd end as before_cap_usd,
    case when family = 'growth' then payable_usd end as payable_usd
from judged
