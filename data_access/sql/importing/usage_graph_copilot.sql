-- Usage facts of the Copilot summary: the total over all apps. Enabled users are never paid units.
-- Grain: one row a record of the file (one record a refresh date).
select
    $tenant as tenant_id,
    cast(null as varchar) as customer_name,
    'Microsoft 365 Copilot' as workload_name,
    cast(date_trunc('month', refreshed_on) as date) as month,
    coalesce(any_app_active, copilot_active) as mau,
    cast(null as bigint) as pau,
    coalesce(any_app_enabled, copilot_enabled) as enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    cast(null as varchar) as segment,
    cast(null as varchar) as country
from checked
