-- Where every customer's workload stands today under both families: the fields of Microsoft's own best screen, the
-- ladder's next step, what the cap has left and what stands in the way.
-- Grain: tenant x workload, at its latest known month. is_current: that month is the data's last.
-- opportunity_units = PAU - prior HWM, potential_usd = those x rate, max_compensable_units = cap balance / rate
-- (KB-1319); remaining_units are what this month's usage has not used yet, remaining_usd what the cap pays for them.
create table incentive_position as
with data_end as (
    select max(month) as last_month from ledger
),

used as (
    select rule_no, account_no, cast(sum(payable_cents) as bigint) as used_cents
    from incentive_amounts
    group by rule_no, account_no
),

ladder as (
    select
        series_no,
        max(rule_set) as milestone_rule_set,
        max(minimum_pau) as milestone_minimum_pau,
        max(case when reached_on is not null then step end) as step_reached,
        max(reached_on) as step_reached_on,
        min(case when reached_on is null then step end) as next_step,
        cast(sum(amount_usd) as decimal(18, 2)) as reached_usd
    from milestones
    where is_current
    group by series_no
),

latest as (
    select
        i.*,
        s.tenant_no,
        s.first_month,
        case when g.cap_scope = 'customer_workload' then s.series_no else s.tenant_no end as account_no,
        date_diff('month', i.associated_on, i.month) as months_since,
        greatest(i.mau, i.prior_hwm) as hwm,
        case when i.pau is not null and i.prior_hwm is not null then greatest(0, i.pau - i.prior_hwm) end
            as opportunity_units,
        case
            when i.pau is not null and i.prior_hwm is not null then greatest(0, i.pau - greatest(i.mau, i.prior_hwm))
        end as remaining_units,
        g.rule_no,
        g.rate_micros,
        g.cap_cents,
        g.cap_scope,
        g.cap_cents - coalesce(u.used_cents, 0) as balance_cents,
        coalesce(u.used_cents, 0) as used_cents,
        i.month = e.last_month as is_current
    from incentive_series as s
    inner join incentive_ledger as i
        on s.series_no = i.series_no and s.last_month = i.month
    cross join data_end as e
    left join rule_growth as g
        on i.workload = g.workload and i.month >= g.start and i.month < g.end_before
    left join used as u
        on
            g.rule_no = u.rule_no
            and case when g.cap_scope = 'customer_workload' then s.series_no else s.tenant_no end = u.account_no
),

multiplied as (
    select
        *,
        opportunity_units * rate_micros as potential_micros,
        remaining_units * rate_micros as remaining_micros
    from latest
),

priced as (
    select
        *,
        potential_micros // 10000
        + case
            when potential_micros % 10000 > 5000 then 1
            when potential_micros % 10000 = 5000 and potential_micros // 10000 % 2 = 1 then 1
            else 0
        end as potential_cents,
        remaining_micros // 10000
        + case
            when remaining_micros % 10000 > 5000 then 1
            when remaining_micros % 10000 = 5000 and remaining_micros // 10000 % 2 = 1 then 1
            else 0
        end as remaining_cents
    from multiplied
)

select
    p.tenant_id,
    p.workload,
    p.series_no,
    p.month,
    p.first_month,
    p.is_current,
    p.claim_id,
    p.partner_id,
    p.group_id,
    p.is_associated,
    p.associated_on,
    p.months_since,
    p.is_associated and p.months_since >= $first_paying_month_offset as is_paying,
    p.is_associated
    and p.months_since >= $first_paying_month_offset
    and p.rate_micros is not null
    and p.new_units is not null
    and p.refusal_codes not like '%MXTMCPMT%'
    and p.refusal_codes not like '%MINTHNTMT%' as is_earning,
    p.mau,
    p.pau,
    p.usage_share,
    p.prior_hwm,
    p.new_units,
    p.starting_hwm,
    p.hwm,
    case when p.family = 'growth' then p.rule_set end as rule_set,
    p.rule_no,
    p.rate,
    p.rate_micros,
    p.is_illustrative,
    p.cap_scope,
    p.tenant_no,
    p.account_no,
    p.cap_cents,
    p.cap_usd,
    cast(p.used_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cap_used_usd,
    cast(p.balance_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cap_balance_usd,
    p.opportunity_units,
    cast(p.potential_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as potential_usd,
    case when p.rate_micros > 0 then p.balance_cents * 10000 // p.rate_micros end as max_compensable_units,
    p.remaining_units,
    cast(
        case when p.remaining_cents > p.balance_cents then p.balance_cents else p.remaining_cents end as decimal(15, 0)
    ) * cast(0.01 as decimal(3, 2)) as remaining_usd,
    p.refusal_codes,
    case
        when p.family is null or p.family <> 'growth' then 'NORULES'
        when not p.is_associated then 'NOTCLAIMED'
        when p.prior_hwm is null then 'HWMUNKNOWN'
        when p.mau is null or p.pau is null then 'USAGEUNKNOWN'
        when p.refusal_codes like '%MXTMCPMT%' then 'MXTMCPMT'
        when p.refusal_codes like '%MINTHNTMT%' then 'MINTHNTMT'
        when p.balance_cents <= 0 then 'CAPUSED'
        when p.remaining_units = 0 then 'PAULWPHWM'
    end as growth_blocked_by,
    l.milestone_rule_set,
    l.milestone_minimum_pau,
    l.step_reached,
    l.step_reached_on,
    l.reached_usd,
    l.next_step,
    n.users_to_next,
    n.value_usd as next_value_usd,
    n.band,
    n.blocked_by as milestone_blocked_by,
    case
        when l.milestone_rule_set is null then 'no_rules'
        when l.step_reached_on = p.month and p.is_current then 'reached_this_month'
        when l.next_step is null then 'all_reached'
        when n.blocked_by = 'MINTHNTMT' then 'out_of_reach'
        when n.users_to_next is null then 'unknown'
        when n.users_to_next * 10 <= p.pau then 'within_10_percent'
        else 'later'
    end as step_group
from priced as p
left join ladder as l on p.series_no = l.series_no
left join milestones as n
    on
        p.series_no = n.series_no
        and l.milestone_rule_set = n.rule_set
        and l.next_step = n.step
