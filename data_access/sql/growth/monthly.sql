-- What adds up to the adoption of the customers one sees?
-- Grain: month x workload x customer group x partner location x is_associated.
with grouped as (
    select * from visible_groups
)

select
    b.month,
    b.workload,
    b.partner_id,
    b.is_associated,
    b.mau,
    b.pau,
    b.share_mau,
    b.share_pau,
    b.new_units,
    b.new_units_known_count,
    g.segment,
    g.country,
    g.account_manager,
    g.team
from by_group as b
inner join grouped as g on b.group_id = g.group_id
