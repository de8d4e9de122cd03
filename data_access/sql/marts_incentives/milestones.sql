-- Every customer's workload on its milestone ladder.
-- Grain: tenant x workload x rule set x step; the steps of the rules in force at the series' latest month, and steps
-- reached under earlier rules while they were in force.
-- A step pays once, in the month that first reached it, by that month's band; reached steps that pay nothing say why.
create table milestones as
with steps as (
    select distinct rule_set, step, minimum_pau, time_cap_months, is_illustrative
    from rule_milestones
),

sets as (
    select distinct rule_set, workload
    from rule_milestone_periods
),

latest as (
    select
        l.*,
        s.first_month,
        s.last_associated_month
    from ledger as l
    inner join incentive_series as s
        on l.series_no = s.series_no and l.month = s.last_month
),

reached_steps as (
    select
        r.rule_set,
        r.series_no,
        s.step,
        r.month,
        r.pau,
        r.is_paying,
        r.months_since
    from milestone_records as r
    inner join steps as s on r.rule_set = s.rule_set and r.percent >= s.step and r.record_before < s.step
),

rungs as (
    select
        l.series_no,
        l.tenant_id,
        l.workload,
        s.rule_set,
        s.step,
        s.minimum_pau,
        s.time_cap_months,
        s.is_illustrative,
        l.mau,
        l.pau,
        l.is_associated,
        date_diff('month', l.associated_on, l.month) as months_since,
        l.first_month,
        l.last_associated_month,
        f.month as reached_on,
        f.pau as reached_pau,
        f.is_paying as reached_is_paying,
        f.months_since as reached_months_since,
        reached_in.rule_set is not null as is_reached_in_force,
        now_in.rule_set is not null as is_current
    from latest as l
    inner join sets as w on l.workload = w.workload
    inner join steps as s on w.rule_set = s.rule_set
    left join reached_steps as f
        on w.rule_set = f.rule_set and l.series_no = f.series_no and s.step = f.step
    left join rule_milestone_periods as reached_in
        on
            s.rule_set = reached_in.rule_set
            and l.workload = reached_in.workload
            and f.month >= reached_in.start
            and f.month < reached_in.end_before
    left join rule_milestone_periods as now_in
        on
            s.rule_set = now_in.rule_set
            and l.workload = now_in.workload
            and l.month >= now_in.start
            and l.month < now_in.end_before
),

judged as (
    select
        *,
        case
            when reached_on is null and (mau is null or pau is null) then 'USAGEUNKNOWN'
            when reached_on is null and pau < minimum_pau then 'MINTHNTMT'
            when reached_on is null and not is_associated then 'NOTCLAIMED'
            when reached_on is null and months_since >= time_cap_months then 'MXTMCPMT'
            when reached_on is null then null
            when not is_reached_in_force then 'OTHERRULES'
            when reached_on = first_month then 'HISTORYUNKNOWN'
            when not reached_is_paying and last_associated_month >= reached_on then 'CLAIMEDABOVE'
            when not reached_is_paying then 'NOTCLAIMED'
            when reached_months_since >= time_cap_months then 'MXTMCPMT'
        end as blocked_by,
        case when reached_on is not null then reached_pau when pau >= minimum_pau then pau end as banded_pau
    from rungs
    where is_current or is_reached_in_force
)

select
    j.series_no,
    j.tenant_id,
    j.workload,
    j.rule_set,
    j.step,
    j.reached_on,
    case
        when j.reached_on is null then null
        when j.blocked_by is null then b.amount_usd
        else cast(0 as decimal(18, 2))
    end as amount_usd,
    case
        when j.reached_on is not null then 0
        when j.mau is not null and j.pau is not null then greatest(0, (j.step * j.pau + 99) // 100 - j.mau)
    end as users_to_next,
    b.band,
    case when j.reached_on is null then b.amount_usd end as value_usd,
    j.blocked_by,
    j.minimum_pau,
    j.is_current,
    j.is_illustrative
from judged as j
left join rule_milestones as b
    on
        j.rule_set = b.rule_set
        and j.step = b.step
        and j.banded_pau >= b.from_pau
        and j.banded_pau < b.below_pau
