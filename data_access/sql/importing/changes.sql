-- What the snapshot being served knows already, to say what an import would change.
-- Grain: one row a customer (tenant_id) and one a month with usage.
select 'tenant' as kind, tenant_id as value from customers
union all
select 'month', cast(month as varchar) from months
