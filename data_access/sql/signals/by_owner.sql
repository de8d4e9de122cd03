-- Who works on how many open opportunities?
-- Grain: owner; an opportunity nobody took belongs to the customer's account manager.
with people as (
    select
        account_manager_id,
        max(account_manager) as account_manager
    from visible_customers
    where account_manager_id is not null
    group by account_manager_id
)

select
    s.owner,
    max(coalesce(p.account_manager, s.owner)) as owner_name,
    count(*) as open_count,
    count(case when s.status = 'new' then 1 end) as new_count,
    cast(sum(s.value_usd) as decimal(18, 2)) as value_usd,
    sum(s.expected_usd) as expected_usd
from standing as s
left join people as p on s.owner = p.account_manager_id
where s.status not in ('won', 'dismissed')
group by s.owner
order by sum(s.expected_usd) desc nulls last, s.owner asc
