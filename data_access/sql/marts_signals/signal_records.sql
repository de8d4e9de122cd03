-- Which percentage of its seats had a workload ever reached by each origin, under which milestone rules?
-- Grain: milestone rule set x tenant x workload x origin.
create temp table signal_records as
with due as (
    select m.month, min(o.month) as origin
    from months as m
    inner join signal_months as o on m.month <= o.month
    group by m.month
),

origins as (
    select distinct month as origin from signal_months
),

best as (
    select r.rule_set, r.series_no, d.origin, max(r.percent) as percent
    from milestone_records as r
    inner join due as d on r.month = d.month
    group by r.rule_set, r.series_no, d.origin
)

select b.rule_set, b.series_no, o.origin as month, max(b.percent) as percent
from best as b
inner join origins as o on b.origin <= o.origin
group by b.rule_set, b.series_no, o.origin
