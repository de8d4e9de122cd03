-- Which money was reported for the customers one sees?
-- Grain: month x workload x customer group x partner location x payment status x currency.
with grouped as (
    select group_id from visible_groups
)

select
    r.month,
    r.workload,
    r.partner_id,
    r.status_group,
    r.payment_status,
    r.currency,
    r.earnings_count,
    r.amount,
    r.amount_usd
from reported_by_group as r
inner join grouped as g on r.group_id = g.group_id
