-- Estimated money and the units behind it, of the whole book: what incentive_by_group holds, all customers together.
-- Grain: month x workload x partner location. Its size does not grow with the customers.
create table book_money as
select
    month,
    workload,
    partner_id,
    bool_or(is_illustrative) as is_illustrative,
    cast(sum(mau) as bigint) as mau,
    cast(sum(not_claimed_units) as bigint) as not_claimed_units,
    cast(sum(unknown_units) as bigint) as unknown_units,
    cast(sum(below_mark_units) as bigint) as below_mark_units,
    cast(sum(above_paid_units) as bigint) as above_paid_units,
    cast(sum(refused_units) as bigint) as refused_units,
    cast(sum(eligible_units) as bigint) as eligible_units,
    cast(sum(before_cap_usd) as decimal(18, 2)) as before_cap_usd,
    cast(sum(payable_usd) as decimal(18, 2)) as payable_usd,
    cast(sum(milestone_usd) as decimal(18, 2)) as milestone_usd,
    cast(sum(estimated_usd) as decimal(18, 2)) as estimated_usd
from incentive_by_group
group by month, workload, partner_id
order by month, workload
