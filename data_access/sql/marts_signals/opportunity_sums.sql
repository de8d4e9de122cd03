-- What is the whole book's list worth, before claims and work on it?
-- Grain: account manager x signal that promises most x signals. Its size does not grow with the customers.
create table opportunity_sums as
select
    c.account_manager_id,
    l.signal,
    l.signals,
    count(*) as open_count,
    cast(sum(l.value_usd) as decimal(18, 2)) as value_usd,
    count(l.value_usd) as valued_count,
    sum(l.expected_usd) as expected_usd,
    count(l.expected_usd) as expected_count,
    count(case when l.is_illustrative then 1 end) as illustrative_count
from opportunity_lines as l
inner join customers as c on l.tenant_id = c.tenant_id
group by c.account_manager_id, l.signal, l.signals
