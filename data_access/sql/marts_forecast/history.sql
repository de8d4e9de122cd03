-- The history forecasts stand on: usage per customer workload and month.
-- **Grain:** tenant x workload x month.
select
    tenant_id || '/' || workload as unique_id,
    tenant_id,
    workload,
    month,
    mau,
    pau,
    is_complete
from snapshot.ledger
where mau is not null
order by tenant_id, workload, month
