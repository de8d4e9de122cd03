-- How did each workload stand at each origin, in users and in what the rules of that month pay for growth?
-- Grain: tenant x workload x origin. mark: the highest users ever known by then. step_units: what the step above the
-- mark adds in paid units; step_cents: what they pay, at most what the cap had left. Unclaimed workloads are priced as
-- if claimed. Origins whose source had not delivered the whole horizon are no history and are left out.
create temp table signal_states as
with marked as (
    select
        l.series_no,
        l.month,
        o.is_now,
        l.mau,
        l.pau,
        l.is_associated,
        i.source,
        w.mau_1,
        w.mau_2,
        w.mau_3,
        w.mau_4,
        w.mau_5,
        w.mau_6,
        w.pau_3,
        w.future_mau,
        w.future_pau,
        w.future_units,
        w.future_percent,
        s.workload,
        s.tenant_no,
        greatest(l.mau, l.prior_hwm) as mark,
        greatest($step_users, cast(ceil($step_share * l.pau) as bigint)) as step_users,
        date_diff('month', l.associated_on, l.month) as months_since
    from ledger as l
    inner join signal_months as o on l.month = o.month
    inner join signal_series as s on l.series_no = s.series_no
    inner join imports_live as i on l.import_seq = i.import_seq
    left join signal_windows as w on l.series_no = w.series_no and o.origin_no = w.origin_no
    where
        case
            when o.is_now then s.is_current and s.last_month = l.month
            else s.source_last_month >= o.horizon_end
        end
),

ruled as (
    select
        m.*,
        g.rate_micros,
        g.cap_cents,
        g.is_illustrative,
        m.pau >= g.minimum_pau
        and (g.time_cap_months is null or not m.is_associated or m.months_since < g.time_cap_months) as may_pay,
        g.cap_cents - coalesce(c.used_cents, 0) as balance_cents,
        c.last_paid_month,
        p.rule_set as milestone_rule_set
    from marked as m
    left join rule_growth as g on m.workload = g.workload and m.month >= g.start and m.month < g.end_before
    left join signal_caps as c
        on
            g.rule_no = c.rule_no
            and case when g.cap_scope = 'customer_workload' then m.series_no else m.tenant_no end = c.account_no
            and m.month = c.month
    left join rule_milestone_periods as p on m.workload = p.workload and m.month >= p.start and m.month < p.end_before
),

laddered as (
    select
        r.*,
        l.step as next_percent,
        case
            when l.time_cap_months is not null and r.is_associated and r.months_since >= l.time_cap_months then 0
            else l.cents
        end as next_cents
    from ruled as r
    left join signal_records as b
        on r.milestone_rule_set = b.rule_set and r.series_no = b.series_no and r.month = b.month
    left join signal_ladder as l
        on
            r.milestone_rule_set = l.rule_set
            and r.pau >= l.minimum_pau
            and r.pau >= l.from_pau
            and r.pau < l.below_pau
            and coalesce(b.percent, 0) >= l.previous_percent
            and coalesce(b.percent, 0) < l.step
),

stepped as (
    select
        *,
        greatest(0, least(pau, mark + step_users) - mark) as step_units,
        greatest(0, pau - mark) as headroom_units,
        case
            when rate_micros is null then null
            when not may_pay then 0
            else greatest(0, least(coalesce(balance_cents, 9000000000000), 9000000000000))
        end as payable_cents
    from laddered
)

select
    series_no,
    tenant_no,
    month,
    is_now,
    source,
    mau,
    pau,
    is_associated,
    mau_1,
    mau_2,
    mau_3,
    mau_4,
    mau_5,
    mau_6,
    pau_3,
    future_mau,
    future_pau,
    future_units,
    future_percent,
    mark,
    step_units,
    headroom_units,
    rate_micros,
    cap_cents,
    balance_cents,
    payable_cents,
    last_paid_month,
    is_illustrative,
    milestone_rule_set,
    next_percent,
    next_cents,
    least(step_units * rate_micros // 10000, payable_cents) as step_cents,
    case
        when mau_3 is null or pau is null or pau = 0 then 'unknown'
        when mau - mau_3 < -0.02 * pau then 'falling'
        when mau - mau_3 < 0.02 * pau then 'steady'
        when mau - mau_3 < 0.06 * pau then 'growing'
        else 'growing fast'
    end as momentum,
    case when pau < 150 then 'under 150 seats' else '150 seats or more' end as size_words
from stepped
