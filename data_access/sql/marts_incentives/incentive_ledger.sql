-- What every month of usage earns by the rules in force: estimate beside report.
-- Grain: tenant x workload x month, as in the ledger.
-- family says whose money before_cap_usd and payable_usd are: growth where growth rules are in force, else milestone.
-- milestone_usd: steps reached in the month; estimated_usd: both families, each dollar once.
-- Money is computed in whole cents, rounded half-even once; the rule set is the cap account, so a new set opens a new
-- balance. A cap that runs out inside a month is shared pro rata, odd cents to the largest remainders, then by workload.
create table incentive_ledger as
with priced as (
    select
        l.tenant_id,
        l.workload,
        l.month,
        l.mau,
        l.pau,
        l.prior_hwm,
        l.starting_hwm,
        l.new_units,
        l.claim_id,
        l.partner_id,
        l.is_associated,
        g.rule_set,
        g.rate,
        g.rate_micros,
        g.cap_cents,
        g.is_illustrative,
        case when g.cap_scope = 'customer_workload' then l.workload else '' end as cap_workload,
        l.is_associated and l.mau <= l.prior_hwm as is_mau_low,
        l.is_associated and l.pau <= l.prior_hwm as is_pau_low,
        l.is_associated and l.pau < g.minimum_pau as is_too_small,
        l.is_associated
        and 12 * (extract(year from l.month) - extract(year from l.associated_on))
        + extract(month from l.month) - extract(month from l.associated_on) >= g.time_cap_months as is_too_late
    from ledger as l
    left join rule_growth as g on l.workload = g.workload and l.month >= g.start and l.month < g.end_before
),

multiplied as (
    select
        *,
        case
            when new_units > 0 and (coalesce(is_too_small, false) or coalesce(is_too_late, false)) then 0
            else new_units * rate_micros
        end as micros
    from priced
),

rounded as (
    select
        *,
        micros // 10000
        + case
            when micros % 10000 > 5000 or (micros % 10000 = 5000 and (micros // 10000) % 2 = 1) then 1
            else 0
        end as before_cents
    from multiplied
),

running as (
    select
        *,
        cast(
            sum(before_cents) over (partition by tenant_id, rule_set, cap_workload order by month) as bigint
        ) as so_far_cents
    from rounded
),

over_cap as (
    select tenant_id, workload, month, rule_set, cap_workload, before_cents, so_far_cents, cap_cents
    from running
    where so_far_cents > cap_cents and before_cents > 0
),

last_paying as (
    select
        tenant_id,
        rule_set,
        cap_workload,
        month,
        cast(sum(before_cents) as bigint) as wanted_cents,
        cast(max(cap_cents) - max(so_far_cents) + sum(before_cents) as bigint) as left_cents
    from over_cap
    group by tenant_id, rule_set, cap_workload, month
    having max(cap_cents) - max(so_far_cents) + sum(before_cents) > 0
),

shares as (
    select
        o.tenant_id,
        o.workload,
        o.month,
        p.left_cents,
        cast(cast(o.before_cents as hugeint) * p.left_cents // p.wanted_cents as bigint) as whole_cents,
        row_number() over (
            partition by o.tenant_id, o.rule_set, o.cap_workload, o.month
            order by cast(o.before_cents as hugeint) * p.left_cents % p.wanted_cents desc, o.workload
        ) as place,
        p.left_cents - sum(cast(o.before_cents as hugeint) * p.left_cents // p.wanted_cents) over (
            partition by o.tenant_id, o.rule_set, o.cap_workload, o.month
        ) as odd_cents
    from over_cap as o
    inner join last_paying as p
        on
            o.tenant_id = p.tenant_id
            and o.rule_set = p.rule_set
            and o.cap_workload = p.cap_workload
            and o.month = p.month
),

steps_paid as (
    select tenant_id, workload, reached_on as month, cast(sum(100 * amount_usd) as bigint) as amount_cents
    from milestones
    where reached_on is not null
    group by tenant_id, workload, reached_on
),

told as (
    select tenant_id, workload, month, cast(sum(amount_usd) as decimal(18, 2)) as amount_usd
    from reported
    group by tenant_id, workload, month
),

paid as (
    select
        r.*,
        case
            when r.rule_set is null then null
            when r.cap_cents is null or r.so_far_cents <= r.cap_cents then coalesce(r.before_cents, 0)
            when s.place <= s.odd_cents then s.whole_cents + 1
            else coalesce(s.whole_cents, 0)
        end as payable_cents,
        s.left_cents,
        case when m.rule_set is null then null else coalesce(t.amount_cents, 0) end as milestone_cents,
        m.rule_set as milestone_rule_set,
        e.amount_usd as reported_usd
    from running as r
    left join shares as s on r.tenant_id = s.tenant_id and r.workload = s.workload and r.month = s.month
    left join steps_paid as t on r.tenant_id = t.tenant_id and r.workload = t.workload and r.month = t.month
    left join rule_milestone_periods as m
        on r.workload = m.workload and r.month >= m.start and r.month < m.end_before
    left join told as e on r.tenant_id = e.tenant_id and r.workload = e.workload and r.month = e.month
)

select
    tenant_id,
    workload,
    month,
    case when rule_set is not null then 'growth' when milestone_rule_set is not null then 'milestone' end as family,
    mau,
    pau,
    prior_hwm,
    starting_hwm,
    new_units,
    is_associated,
    claim_id,
    partner_id,
    coalesce(rule_set, milestone_rule_set) as rule_set,
    rate,
    case
        when rule_set is null then cast(milestone_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
        else cast(before_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
    end as before_cap_usd,
    case
        when rule_set is null then cast(milestone_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
        else cast(payable_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
    end as payable_usd,
    case when rate_micros > 0 then payable_cents * 10000 // rate_micros end as capped_units,
    cast(cap_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as cap_usd,
    cast(cap_cents - least(cap_cents, coalesce(so_far_cents, 0)) as decimal(15, 0))
    * cast(0.01 as decimal(3, 2)) as cap_balance_usd,
    cast(milestone_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as milestone_usd,
    case
        when rule_set is null then cast(milestone_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
        else cast(payable_cents + coalesce(milestone_cents, 0) as decimal(15, 0)) * cast(0.01 as decimal(3, 2))
    end as estimated_usd,
    reported_usd,
    concat_ws(
        ',',
        case when is_mau_low and rule_set is not null then 'MAULWPHWM' end,
        case when is_too_small then 'MINTHNTMT' end,
        case when is_too_late then 'MXTMCPMT' end,
        case when is_pau_low and rule_set is not null then 'PAULWPHWM' end
    ) as refusal_codes,
    case
        when rule_set is null then 'NORULES'
        when payable_cents < before_cents and left_cents is not null then 'CAPCUT'
        when payable_cents < before_cents then 'CAPUSED'
        when not is_associated then 'NOTCLAIMED'
        when prior_hwm is null then 'HWMUNKNOWN'
        when mau is null or pau is null then 'USAGEUNKNOWN'
    end as remark,
    is_illustrative
from paid
order by tenant_id, workload, month
