-- Reported money of the whole book: what reported_by_group holds, all customers together.
-- Grain: month x workload x partner location x payment status x currency x whether a file knows the customer.
create table book_reported as
select
    month,
    workload,
    partner_id,
    status_group,
    payment_status,
    currency,
    group_id is not null as is_known_customer,
    cast(sum(earnings_count) as bigint) as earnings_count,
    cast(sum(amount) as decimal(18, 2)) as amount,
    cast(sum(amount_usd) as decimal(18, 2)) as amount_usd
from reported_by_group
group by month, workload, partner_id, status_group, payment_status, currency, group_id is not null
order by month, workload
