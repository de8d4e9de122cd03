-- Every tenant any file names, numbered, with what is known of it.
-- Grain: tenant. Our own customers file wins, then the newest export that knows the cell;
-- newest by month, then as-of date, then arrival.
create table tenants as
with mentions as (
    select
        tenant_id,
        name,
        domain,
        segment,
        country,
        account_manager_id,
        account_manager,
        team,
        case when is_own_file then 3 else 2 end as trust,
        import_rank,
        import_seq,
        coalesce(month, date '1970-01-01') as month
    from customer_rows
    union all
    select tenant_id, customer_name, null, segment, country, null, null, null, 1, import_rank, import_seq, max(month)
    from usage_rows
    group by tenant_id, customer_name, segment, country, import_rank, import_seq
),

every_tenant as (
    select tenant_id from mentions
    union
    select tenant_id from licence_rows
),

best as (
    select
        tenant_id,
        max_by(name, (trust, month, import_rank, import_seq, name)) filter (where name is not null) as name,
        max_by(domain, (trust, month, import_rank, import_seq, domain)) filter (where domain is not null) as domain,
        max_by(segment, (trust, month, import_rank, import_seq, segment)) filter (where segment is not null) as segment,
        max_by(country, (trust, month, import_rank, import_seq, country)) filter (where country is not null) as country,
        max_by(account_manager_id, (trust, import_rank, import_seq, account_manager_id)) filter (
            where account_manager_id is not null
        ) as account_manager_id,
        max_by(account_manager, (trust, import_rank, import_seq, account_manager)) filter (
            where account_manager is not null
        ) as account_manager,
        max_by(team, (trust, import_rank, import_seq, team)) filter (where team is not null) as team
    from mentions
    group by tenant_id
),

grouped as (
    select
        e.tenant_id,
        coalesce(b.name, 'Tenant ' || e.tenant_id) as name,
        b.domain,
        coalesce(b.segment, 'Unknown') as segment,
        coalesce(b.country, 'Unknown') as country,
        b.account_manager_id,
        coalesce(b.account_manager, b.account_manager_id) as account_manager,
        b.team
    from every_tenant as e
    left join best as b on e.tenant_id = b.tenant_id
)

select
    *,
    row_number() over (order by tenant_id) as tenant_no,
    dense_rank() over (
        order by segment, country, coalesce(account_manager_id, ''), coalesce(account_manager, ''), coalesce(team, '')
    ) as group_id
from grouped
