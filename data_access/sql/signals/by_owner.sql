-- Who works on how many open opportunities?
-- Grain: owner; an opportunity nobody took belongs to the customer's account manager.
with people as (
    select
        account_manager_id,
        max(account_manager) as account_manager
    from visible_customers
    where account_manager_id is not null
    group by account_manager_id
),

owned as (
    select
        owner,
        cast(sum(open_count) as bigint) as open_count,
        coalesce(cast(sum(case when status = 'new' then open_count end) as bigint), 0) as new_count,
        case when sum(valued_count) > 0 then cast(sum(value_usd) as decimal(18, 2)) end as value_usd,
        case when sum(expected_count) > 0 then sum(expected_usd) end as expected_usd
    from sums
    group by owner
)

select
    o.owner,
    coalesce(p.account_manager, o.owner) as owner_name,
    o.open_count,
    o.new_count,
    o.value_usd,
    o.expected_usd
from owned as o
left join people as p on o.owner = p.account_manager_id
where o.open_count > 0
order by o.expected_usd desc nulls last, o.owner asc
