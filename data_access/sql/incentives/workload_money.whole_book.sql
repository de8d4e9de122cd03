-- Which money is reported, estimated and still open in the whole book, by workload?
-- Grain: month x workload x partner location, each kind of money apart. What is open has no month.
with told as (
    select month, workload, amount_usd
    from book_reported
    where is_known_customer
)

select
    month,
    workload,
    amount_usd as reported_usd,
    null as estimated_usd,
    null as potential_usd
from told
union all
select month, workload, null, estimated_usd, null
from book_money
union all
select null, workload, null, null, potential_usd
from book_potential
