-- Whose series it is, its mark, its next step and what is left under its cap.
-- **Grain:** tenant x workload under association.
select
    p.tenant_id || '/' || p.workload as unique_id,
    p.tenant_id,
    p.workload,
    c.segment,
    c.account_manager_id,
    c.team,
    p.pau,
    p.hwm,
    p.next_step,
    p.pau * p.next_step / 100.0 as next_level,
    p.rate,
    p.cap_balance_usd,
    p.is_associated
from snapshot.incentive_position as p
inner join snapshot.customers as c on p.tenant_id = c.tenant_id
