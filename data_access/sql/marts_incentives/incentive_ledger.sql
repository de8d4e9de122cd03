-- What every month of usage earns by the rules in force: estimate beside report.
-- Grain: tenant x workload x month, as in the ledger.
-- family says whose money before_cap_usd and payable_usd are: growth where growth rules are in force, else milestone.
-- milestone_usd: steps reached in the month by milestone rules. Where growth rules are in force too, it stands beside
-- the estimate and is never added: no source says that a partner is paid by both families for one month.
-- A view: all but the money is the ledger's, and writing it twice took a tenth of the import. One customer's months
-- are asked for, or roll-ups; what is read often stands in those.
-- refusal_codes: Microsoft's, expected for an associated month, sorted; remark: our own reason for an odd amount.
create view incentive_ledger as
with judged as (
    select
        l.series_no,
        l.tenant_id,
        l.workload,
        l.month,
        l.mau,
        l.pau,
        l.usage_share,
        l.prior_hwm,
        l.starting_hwm,
        l.new_units,
        l.is_associated,
        l.associated_on,
        l.claim_id,
        l.partner_id,
        l.group_id,
        g.rule_set,
        m.rule_set as milestone_rule_set,
        g.rate,
        g.rate_micros,
        g.cap_usd,
        g.cap_scope,
        coalesce(g.is_illustrative, m.is_illustrative) as is_illustrative,
        l.is_associated and l.mau <= l.prior_hwm and g.rule_set is not null as is_mau_low,
        l.is_associated and l.pau <= l.prior_hwm and g.rule_set is not null as is_pau_low,
        l.is_associated and l.pau < g.minimum_pau as is_too_small,
        l.is_associated
        and date_diff('month', l.associated_on, l.month) >= g.time_cap_months as is_too_late,
        case when g.rule_set is not null and l.new_units is not null then coalesce(a.before_cents, 0) end
            as before_cents,
        case when g.rule_set is not null then coalesce(a.payable_cents, 0) end as payable_cents,
        case when m.rule_set is not null then coalesce(a.milestone_cents, 0) end as milestone_cents,
        a.reported_usd,
        a.is_cut
    from ledger as l
    left join incentive_money as a on l.series_no = a.series_no and l.month = a.month
    left join rule_growth as g on l.workload = g.workload and l.month >= g.start and l.month < g.end_before
    left join rule_milestone_periods as m
        on l.workload = m.workload and l.month >= m.start and l.month < m.end_before
)

select
    series_no,
    tenant_id,
    workload,
    month,
    case when rule_set is not null then 'growth' when milestone_rule_set is not null then 'milestone' end as family,
    mau,
    pau,
    usage_share,
    prior_hwm,
    starting_hwm,
    new_units,
    is_associated,
    associated_on,
    claim_id,
    partner_id,
    group_id,
    coalesce(rule_set, milestone_rule_set) as rule_set,
    cap_scope,
    rate,
    cast(case when rule_set is null then milestone_cents else before_cents end as decimal(15, 0))
    * cast(0.01 as decimal(3, 2)) as before_cap_usd,
    cast(case when rule_set is null then milestone_cents else payable_cents end as decimal(15, 0))
    * cast(0.01 as decimal(3, 2)) as payable_usd,
    case when payable_cents > 0 then payable_cents * 10000 // rate_micros when rate_micros > 0 then 0 end
        as capped_units,
    cap_usd,
    cast(milestone_cents as decimal(15, 0)) * cast(0.01 as decimal(3, 2)) as milestone_usd,
    cast(case when rule_set is null then milestone_cents else payable_cents end as decimal(15, 0))
    * cast(0.01 as decimal(3, 2)) as estimated_usd,
    reported_usd,
    case
        when is_mau_low or is_pau_low or is_too_small or is_too_late
            then concat_ws(
                ',',
                case when is_mau_low then 'MAULWPHWM' end,
                case when is_too_small then 'MINTHNTMT' end,
                case when is_too_late then 'MXTMCPMT' end,
                case when is_pau_low then 'PAULWPHWM' end
            )
        else ''
    end as refusal_codes,
    case
        when rule_set is null then 'NORULES'
        when payable_cents < before_cents then case when is_cut then 'CAPCUT' else 'CAPUSED' end
        when not is_associated then 'NOTCLAIMED'
        when prior_hwm is null then 'HWMUNKNOWN'
        when mau is null or pau is null then 'USAGEUNKNOWN'
    end as remark,
    is_illustrative
from judged
