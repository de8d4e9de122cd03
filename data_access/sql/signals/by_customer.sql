-- Which customers have open opportunities, and what are they worth?
-- Grain: tenant with at least one open line; signal and workload are those of the line that promises most.
with ranked as (
    select
        tenant_id,
        name,
        value_usd,
        expected_usd,
        signal,
        workload,
        row_number() over (
            partition by tenant_id order by expected_usd desc nulls last, value_usd desc nulls last, workload asc
        ) as rank_of_line
    from standing
    where status not in ('won', 'dismissed') and tenant_id in (select tenant_id from visible_customers)
)

select
    tenant_id,
    max(name) as name,
    count(*) as open_count,
    cast(sum(value_usd) as decimal(18, 2)) as value_usd,
    sum(expected_usd) as expected_usd,
    max(case when rank_of_line = 1 then signal end) as signal,
    max(case when rank_of_line = 1 then workload end) as workload
from ranked
group by tenant_id
order by sum(expected_usd) desc nulls last, cast(sum(value_usd) as decimal(18, 2)) desc nulls last, tenant_id asc
