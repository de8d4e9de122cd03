-- Usage facts of the CPOR usage report.
-- Grain: one row a record of the file (locations may repeat a tenant x workload x month).
select
    tenant_id,
    customer_name,
    workload_name,
    month,
    mau,
    pau,
    cast(null as bigint) as enabled_users,
    claim_id,
    partner_id,
    associated_on,
    upper(coalesce(attribution, 'CPOR')) as attribution,
    false as is_duplicate,
    segment,
    country
from checked
