-- Usage facts of a table mapped by hand; a claim or an association date says that the row is CPOR's.
-- Grain: one row a record of the file.
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
    upper(coalesce(attribution, case when claim_id is not null or associated_on is not null then 'CPOR' end))
        as attribution,
    coalesce(is_duplicate, false) as is_duplicate,
    segment,
    country
from checked
