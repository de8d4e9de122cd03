-- Usage facts of the Microsoft 365 usage report: every attribution, copies marked.
-- Grain: one row a record of the file.
select
    tenant_id,
    customer_name,
    workload_name,
    month,
    mau,
    pau,
    cast(null as bigint) as enabled_users,
    cast(null as varchar) as claim_id,
    partner_id,
    cast(null as date) as associated_on,
    upper(attribution) as attribution,
    coalesce(is_duplicate, false) as is_duplicate,
    segment,
    country
from checked
