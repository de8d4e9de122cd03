-- Which money was reported? Of customers that no file knows too.
-- Grain: month x workload x partner location x payment status x currency.
with book as (
    select * from book_reported
)

select
    month,
    workload,
    partner_id,
    status_group,
    payment_status,
    currency,
    earnings_count,
    amount,
    amount_usd
from book
