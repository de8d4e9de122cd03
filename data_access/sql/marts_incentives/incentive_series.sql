-- The months of each series that incentive rules ask about.
-- Grain: tenant x workload.
create table incentive_series as
select
    tenant_id,
    workload,
    min(month) as first_month,
    max(month) as last_month,
    max(case when is_associated then month end) as last_associated_month
from ledger
group by tenant_id, workload
