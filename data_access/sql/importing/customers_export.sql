-- Customers as the Customers export names them.
-- Grain: tenant x month.
select
    tenant_id,
    max(customer_name) as name,
    max(domain) as domain,
    max(segment) as segment,
    max(country) as country,
    cast(null as varchar) as account_manager_id,
    cast(null as varchar) as account_manager,
    cast(null as varchar) as team,
    false as is_own_file,
    month
from checked
group by tenant_id, month
