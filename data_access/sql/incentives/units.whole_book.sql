-- Which active users become money, in the whole book?
-- Grain: month x workload x partner location.
with book as (
    select * from book_money
)

select
    month,
    workload,
    partner_id,
    mau,
    not_claimed_units,
    unknown_units,
    below_mark_units,
    above_paid_units,
    refused_units,
    eligible_units,
    before_cap_usd,
    payable_usd
from book
