-- What a viewer of everything may see while nothing narrows it to customers: all of them, without asking each.
-- Grain: as visible.sql.
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
)
