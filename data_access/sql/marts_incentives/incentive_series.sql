-- The months of each series that incentive rules ask about, and a number for its customer.
-- Grain: tenant x workload; series_no stands for both, as in the ledger. tenant_no is the customer's lowest series_no.
create table incentive_series as
with found as (
    select
        series_no,
        any_value(tenant_id) as tenant_id,
        any_value(workload) as workload,
        min(month) as first_month,
        max(month) as last_month,
        max(case when is_associated then month end) as last_associated_month
    from ledger
    group by series_no
)

select
    *,
    min(series_no) over (partition by tenant_id) as tenant_no
from found
