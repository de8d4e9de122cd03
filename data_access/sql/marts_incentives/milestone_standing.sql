-- Where does every customer's workload stand before each step of the rules in force?
-- Grain: tenant x workload x step. Groups: reached_this_month, reached, within_10_percent (of PAU), later,
-- out_of_reach (too small), unknown.
-- A view: rolled up once, and asked for one customer.
create view milestone_standing as
select
    p.tenant_id,
    p.workload,
    p.group_id,
    p.partner_id,
    m.step,
    case
        when m.reached_on = p.month and p.is_current then 'reached_this_month'
        when m.reached_on is not null then 'reached'
        when m.blocked_by = 'MINTHNTMT' then 'out_of_reach'
        when m.users_to_next is null then 'unknown'
        when m.users_to_next * 10 <= p.pau then 'within_10_percent'
        else 'later'
    end as step_group,
    m.users_to_next,
    m.amount_usd,
    m.value_usd,
    m.blocked_by
from milestones as m
inner join incentive_position as p on m.series_no = p.series_no
where m.is_current
