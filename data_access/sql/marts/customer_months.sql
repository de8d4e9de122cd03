-- A customer's associated workload users by month: the sparkline's points.
-- Grain: tenant x month.
create table customer_months as
select
    tenant_id,
    month,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(new_units)::bigint as new_units,
    count(*) as associated_count
from ledger
where is_associated
group by tenant_id, month
order by tenant_id, month
