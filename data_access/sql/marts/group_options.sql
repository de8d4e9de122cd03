-- Which workloads and partner locations does each customer group have? What the scope bar offers.
-- Grain: customer group x workload x partner location.
create table group_options as
select distinct
    group_id,
    workload,
    partner_id
from by_group
