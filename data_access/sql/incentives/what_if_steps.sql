-- What would milestone rules have paid with another step, or with more users in the latest month?
-- Grain: tenant ($slice_by = customer) or all (portfolio), the scenario named on every row. Nothing is saved.
-- The step at $position (1 = lowest) becomes $step percent and keeps its amounts; both are optional. $plus_users apply
-- to $only_workload, or to all. Only the rules in force at each series' latest month are tried out.
with positions as (
    select p.*
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
        case when position = $position and $step is not null then $step else step end as step,
        minimum_pau,
        time_cap_months
    from rule_milestones
),

records as (
    select r.rule_set, r.series_no, r.month, r.pau, r.percent, r.is_paying, r.months_since
    from milestone_records as r
    union all
    select
        p.milestone_rule_set,
        p.series_no,
        p.month,
        p.pau,
        100 * (p.mau + $plus_users) // p.pau,
        p.is_paying,
        p.months_since
    from positions as p
    where
        $plus_users > 0
        and p.pau >= p.milestone_minimum_pau
        and ($only_workload is null or p.workload = $only_workload)
),

first_months as (
    select
        r.rule_set,
        r.series_no,
        s.position,
        min(r.month) as reached_on,
        min_by(r.pau, r.month) as pau,
        min_by(r.is_paying, r.month) as is_paying,
        min_by(r.months_since, r.month) as months_since
    from records as r
    inner join steps as s on r.rule_set = s.rule_set and r.percent >= s.step
    group by r.rule_set, r.series_no, s.position
),

scenario_paid as (
    select p.tenant_id, f.reached_on, b.amount_usd
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
        and f.is_paying
        and (b.time_cap_months is null or f.months_since < b.time_cap_months)
),

base_paid as (
    select p.tenant_id, m.reached_on, m.amount_usd
    from milestones as m
    inner join positions as p on m.series_no = p.series_no and m.rule_set = p.milestone_rule_set
    where m.amount_usd > 0
),

every as (
    select tenant_id, reached_on, amount_usd as base_usd, cast(0 as decimal(18, 2)) as scenario_usd
    from base_paid
    union all
    select tenant_id, reached_on, 0, amount_usd
    from scenario_paid
),

sliced as (
    select
        case when $slice_by = 'customer' then v.tenant_id end as tenant_id,
        case when $slice_by = 'customer' then v.name end as name,
        e.base_usd,
        e.scenario_usd
    from every as e
    inner join visible_customers as v on e.tenant_id = v.tenant_id
    where
        ($start is null or e.reached_on >= $start)
        and ($end_before is null or e.reached_on < $end_before)
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
