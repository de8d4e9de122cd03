-- Which money was reported for one customer?
-- Grain: earning.
with seen as (
    select tenant_id from visible_customers
)

select
    r.month,
    r.workload,
    r.partner_id,
    r.status_group,
    r.payment_status,
    r.currency,
    cast(1 as bigint) as earnings_count,
    r.amount,
    r.amount_usd
from reported as r
inner join seen as v on r.tenant_id = v.tenant_id
