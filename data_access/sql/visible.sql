-- What this viewer may see of what the scope chose; every question stands on visible_customers or visible_groups.
-- An account manager sees own customers, a sales lead the team's, executives and incentives admins all.
-- Grain: visible_customers one row a tenant; visible_groups one row a customer group.
visible_customers as (
    select
        tenant_id,
        name,
        domain,
        segment,
        country,
        account_manager_id,
        account_manager,
        team,
        group_id
    from customers
    where
        (
            $sees_all
            or account_manager_id = $viewer_user
            or team = $viewer_team
        )
        and ($tenant is null or tenant_id = $tenant)
        and ($segments is null or list_contains($segments, segment))
        and ($countries is null or list_contains($countries, country))
        and ($managers is null or list_contains($managers, account_manager_id))
),

visible_groups as (
    select
        group_id,
        segment,
        country,
        account_manager_id,
        account_manager,
        team
    from groups
    where
        (
            $sees_all
            or account_manager_id = $viewer_user
            or team = $viewer_team
        )
        and ($segments is null or list_contains($segments, segment))
        and ($countries is null or list_contains($countries, country))
        and ($managers is null or list_contains($managers, account_manager_id))
)
