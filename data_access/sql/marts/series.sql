-- One customer's use of one workload: where it stands at its latest month, and since when it counts as ours.
-- Grain: tenant x workload.
create table series as
select
    tenant_id,
    any_value(group_id) as group_id,
    workload,
    min(month) as first_month,
    max(month) as last_month,
    min(case when is_associated then month end) as first_associated_month,
    max(case when is_associated then month end) as last_associated_month,
    max_by(mau, month) as mau,
    max_by(pau, month) as pau,
    max_by(usage_share, month) as usage_share,
    max_by(prior_hwm, month) as prior_hwm,
    max_by(hwm_basis, month) as hwm_basis,
    max_by(hwm_since, month) as hwm_since,
    max_by(starting_hwm, month) as starting_hwm,
    max_by(new_units, month) as new_units,
    max_by(claim_id, month) as claim_id,
    max_by(partner_id, month) as partner_id,
    max_by(associated_on, month) as associated_on,
    max_by(is_associated, month) as is_associated,
    max_by(source, month) as source,
    max(mau) as highest_mau
from ledger
group by tenant_id, workload
