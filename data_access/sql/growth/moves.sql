-- Which users came to and went from the workloads of the customers one sees?
-- Grain: month x workload x customer group x partner location.
with grouped as (
    select group_id from visible_groups
)

select
    b.month,
    b.workload,
    b.partner_id,
    b.opening,
    b.newly_associated,
    b.expansion,
    b.contraction,
    b.lost
from bridge_by_group as b
inner join grouped as g on b.group_id = g.group_id
