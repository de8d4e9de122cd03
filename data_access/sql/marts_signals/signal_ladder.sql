-- Which step of the milestone rules comes after what was ever reached, and what does it pay?
-- Grain: rule set x size band x step; previous_percent is the step below it, 0 under the first.
create temp table signal_ladder as
select
    rule_set,
    band,
    from_pau,
    below_pau,
    minimum_pau,
    time_cap_months,
    step,
    coalesce(lag(step) over (partition by rule_set, band order by step), 0) as previous_percent,
    cast(100 * amount_usd as bigint) as cents
from rule_milestones
