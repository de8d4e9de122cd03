-- Reported money rolled up so that pages read thousands of rows.
-- Grain: month x workload x customer group x partner location x payment status x currency x what is unmatched.
-- group_id is empty where no file knows the customer: such money belongs to nobody's customers.
create table reported_by_group as
select
    month,
    workload,
    group_id,
    partner_id,
    status_group,
    payment_status,
    currency,
    unmatched_by,
    count(*) as earnings_count,
    cast(sum(amount) as decimal(18, 2)) as amount,
    cast(sum(amount_usd) as decimal(18, 2)) as amount_usd
from reported
group by month, workload, group_id, partner_id, status_group, payment_status, currency, unmatched_by
order by month, workload
