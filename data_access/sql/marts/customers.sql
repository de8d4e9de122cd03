-- Every customer, with the size that Microsoft's thresholds look at.
-- Grain: tenant. licences_count = most paid licences of any one workload, from licence files or the latest PAU.
create table customers as
with sizes as (
    select tenant_id, max(seats) as seats
    from (
        select tenant_id, seats from available
        union all
        select tenant_id, pau from series
    ) as sized
    group by tenant_id
)

select
    t.tenant_id,
    t.tenant_no,
    t.name,
    t.domain,
    t.segment,
    t.country,
    t.account_manager_id,
    t.account_manager,
    t.team,
    t.group_id,
    s.seats as licences_count,
    case
        when s.seats is null then 'Unknown'
        when s.seats < 11 then 'Under 11'
        when s.seats < 150 then '11 to 149'
        when s.seats <= 300 then '150 to 300'
        else 'Over 300'
    end as size_band
from tenants as t
left join sizes as s on t.tenant_id = s.tenant_id
order by t.tenant_no
