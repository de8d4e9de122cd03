-- Customers as our own file names them; blank cells leave what other files know.
-- Grain: one row a record; the last record of a tenant counts.
select
    tenant_id,
    name,
    domain,
    segment,
    country,
    account_manager_id,
    account_manager,
    team,
    true as is_own_file,
    cast(null as date) as month
from checked
