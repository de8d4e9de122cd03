-- Usage facts of the active user detail: users counted by their last activity within 28 days of the refresh date.
-- Grain: workload x refresh date; deleted users do not count, a service nobody has or uses has no row.
with present as (
    select * from checked where not coalesce(is_deleted, false)
),

parts as (
    select refreshed_on, 'Exchange' as workload_name, exchange_licence as has_licence, exchange_last_on as last_on
    from present
    union all
    select refreshed_on, 'OneDrive', onedrive_licence, onedrive_last_on from present
    union all
    select refreshed_on, 'SharePoint', sharepoint_licence, sharepoint_last_on from present
    union all
    select refreshed_on, 'Skype For Business', skype_licence, skype_last_on from present
    union all
    select refreshed_on, 'Yammer', yammer_licence, yammer_last_on from present
    union all
    select refreshed_on, 'Teams', teams_licence, teams_last_on from present
),

counted as (
    select
        refreshed_on,
        workload_name,
        count(*) filter (where last_on between refreshed_on - 27 and refreshed_on) as mau,
        case when count(has_licence) > 0 then count(*) filter (where has_licence) end as enabled_users
    from parts
    group by refreshed_on, workload_name
)

select
    $tenant as tenant_id,
    cast(null as varchar) as customer_name,
    workload_name,
    cast(date_trunc('month', refreshed_on) as date) as month,
    mau,
    cast(null as bigint) as pau,
    enabled_users,
    cast(null as varchar) as claim_id,
    cast(null as varchar) as partner_id,
    cast(null as date) as associated_on,
    cast(null as varchar) as attribution,
    false as is_duplicate,
    cast(null as varchar) as segment,
    cast(null as varchar) as country
from counted
where mau + coalesce(enabled_users, 0) > 0
