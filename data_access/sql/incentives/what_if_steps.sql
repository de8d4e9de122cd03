-- What would milestone rules have paid with another step, or with more users in the latest month?
-- Grain: tenant ($slice_by = customer) or all (portfolio), the scenario named on every row. Nothing is saved.
-- The lowest step becomes $step_1 percent, the next $step_2 and so on, and keeps its amounts; all are optional.
-- $plus_users apply to $users_workload or all, at $users_tenant or all. Only the rules in force at each series' latest
-- month are tried out. A step is reached where a record passes it, see milestone_records.
with positions as (
    select
        p.series_no,
        p.tenant_id,
        p.workload,
        p.month,
        p.first_month,
        p.mau,
        p.pau,
        p.is_paying,
        p.months_since,
        p.milestone_rule_set,
        p.milestone_minimum_pau,
        v.name
    from incentive_position as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    where
        p.milestone_rule_set is not null
        and ($workloads is null or list_contains($workloads, p.workload))
        and ($locations is null or list_contains($locations, p.partner_id))
),

steps as (
    select distinct
        rule_set,
        position,
        case position
            when 1 then coalesce($step_1, step)
            when 2 then coalesce($step_2, step)
            when 3 then coalesce($step_3, step)
            when 4 then coalesce($step_4, step)
            else step
        end as step
    from rule_milestones
),

bests as (
    select rule_set, series_no, max(percent) as percent
    from milestone_records
    where $plus_users > 0
    group by rule_set, series_no
),

records as (
    select rule_set, series_no, month, pau, percent, record_before, is_paying, months_since
    from milestone_records
    union all
    select
        p.milestone_rule_set,
        p.series_no,
        p.month,
        p.pau,
        100 * (p.mau + $plus_users) // p.pau,
        coalesce(b.percent, -1),
        p.is_paying,
        p.months_since
    from positions as p
    left join bests as b on p.series_no = b.series_no and p.milestone_rule_set = b.rule_set
    where
        $plus_users > 0
        and p.pau >= p.milestone_minimum_pau
        and ($users_workload is null or p.workload = $users_workload)
        and ($users_tenant is null or p.tenant_id = $users_tenant)
),

first_months as (
    select
        r.rule_set,
        r.series_no,
        s.position,
        r.month as reached_on,
        r.pau,
        r.is_paying,
        r.months_since
    from records as r
    inner join steps as s on r.rule_set = s.rule_set and r.percent >= s.step and r.record_before < s.step
    where r.is_paying
),

scenario_paid as (
    select p.tenant_id, p.name, f.reached_on, b.amount_usd
    from first_months as f
    inner join positions as p on f.series_no = p.series_no and f.rule_set = p.milestone_rule_set
    inner join rule_milestones as b
        on
            f.rule_set = b.rule_set
            and f.position = b.position
            and f.pau >= b.from_pau
            and f.pau < b.below_pau
    inner join rule_milestone_periods as m
        on
            f.rule_set = m.rule_set
            and p.workload = m.workload
            and f.reached_on >= m.start
            and f.reached_on < m.end_before
    where
        f.reached_on <> p.first_month
        and (b.time_cap_months is null or f.months_since < b.time_cap_months)
),

base_paid as (
    select p.tenant_id, p.name, m.reached_on, m.amount_usd
    from milestones as m
    inner join positions as p on m.series_no = p.series_no and m.rule_set = p.milestone_rule_set
    where m.amount_usd > 0
),

every as (
    select tenant_id, name, reached_on, amount_usd as base_usd, cast(0 as decimal(18, 2)) as scenario_usd
    from base_paid
    union all
    select tenant_id, name, reached_on, 0, amount_usd
    from scenario_paid
),

sliced as (
    select
        case when $slice_by = 'customer' then tenant_id end as tenant_id,
        case when $slice_by = 'customer' then name end as name,
        base_usd,
        scenario_usd
    from every
    where
        ($start is null or reached_on >= $start)
        and ($end_before is null or reached_on < $end_before)
)

select
    cast($scenario as varchar) as scenario,
    tenant_id,
    name,
    cast(sum(base_usd) as decimal(18, 2)) as base_usd,
    cast(sum(scenario_usd) as decimal(18, 2)) as scenario_usd,
    cast(sum(scenario_usd) - sum(base_usd) as decimal(18, 2)) as change_usd,
    count(case when scenario_usd > 0 then 1 end) as steps_paid_count
from sliced
group by tenant_id, name
order by abs(sum(scenario_usd) - sum(base_usd)) desc, tenant_id asc
