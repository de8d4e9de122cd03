-- Which milestone steps does each rule set have, and what do they pay by size band?
-- Grain: rule set x step x band. The same for every viewer.
with listed as (
    select rule_set, step, position, band, from_pau, amount_usd, minimum_pau, time_cap_months, is_illustrative
    from rule_milestones
)

select *
from listed
order by rule_set, step, from_pau
