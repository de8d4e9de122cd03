-- How much of the whole book's expected and reported money does each cause explain?
-- Grain: cause x month x workload x partner location. Its size does not grow with the customers.
create table book_differences as
select
    cause,
    month,
    workload,
    partner_id,
    count(*) as months_count,
    cast(sum(expected_usd) as decimal(18, 2)) as expected_usd,
    cast(sum(reported_usd) as decimal(18, 2)) as reported_usd,
    cast(sum(difference_usd) as decimal(18, 2)) as difference_usd
from incentive_differences
group by cause, month, workload, partner_id
order by month, workload
