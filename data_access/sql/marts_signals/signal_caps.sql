-- What had been earned of each cap by each origin?
-- Grain: rule set x cap account (a workload's series, or its customer) x origin.
create temp table signal_caps as
with due as (
    select m.month, min(o.month) as origin
    from months as m
    inner join signal_months as o on m.month <= o.month
    group by m.month
),

origins as (
    select distinct month as origin from signal_months
),

paid as (
    select
        a.rule_no,
        a.account_no,
        d.origin,
        sum(a.payable_cents) as cents,
        max(a.month) as last_month
    from incentive_amounts as a
    inner join due as d on a.month = d.month
    group by a.rule_no, a.account_no, d.origin
)

select
    p.rule_no,
    p.account_no,
    o.origin as month,
    cast(sum(p.cents) as bigint) as used_cents,
    max(p.last_month) as last_paid_month
from paid as p
inner join origins as o on p.origin <= o.origin
group by p.rule_no, p.account_no, o.origin
