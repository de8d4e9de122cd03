-- Usage facts of Office 365 services user counts, unpivoted. Licensed users (active + inactive) are never paid units.
-- Grain: workload x record (one record a refresh date); a service nobody is licensed for has no row.
with parts as (
    select refreshed_on, 'Exchange' as workload_name, exchange_active as mau, exchange_inactive as idle from checked
    union all
    select refreshed_on, 'OneDrive', onedrive_active, onedrive_inactive from checked
    union all
    select refreshed_on, 'SharePoint', sharepoint_active, sharepoint_inactive from checked
    union all
    select refreshed_on, 'Skype For Business', skype_active, skype_inactive from checked
    union all
    select refreshed_on, 'Yammer', yammer_active, yammer_inactive from checked
    union all
    select refreshed_on, 'Teams', teams_active, teams_inactive from checked
)

select
    $tenant as tenant_id,
    cast(null as varchar) as customer_name,
    workload_name,
    cast(date_trunc('month', refreshed_on) as date) as month,
    mau,
    cast(null as bigint) as pau,
    mau + coalesce(idle, 0) as enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    cast(null as varchar) as segment,
    cast(null as varchar) as country
from parts
where mau is not null and mau + coalesce(idle, 0) > 0
