-- What was expected against what Microsoft reported, and what explains the difference.
-- Grain: tenant x workload x month x claim x family. Only families that the earnings export carries are compared.
-- difference_no: 1 is the largest difference; rows stand in this order, so that a page of them is found quickly.
-- Causes, first that holds: agrees; before_export and after_export (the export does not cover the month); claim (the
-- export names a claim the usage files do not); refused (a record of ineligible usage exists); date_shift (the amount
-- stands one month away); rules (our rules refuse what Microsoft paid); cap (our estimate was cut by a cap, the report
-- not in the same way); rate; units; missing; unexplained.
create table incentive_differences as
with named as (
    select
        series_no,
        month,
        claim_id,
        is_milestone,
        tenant_id,
        workload,
        partner_id,
        amount_usd,
        compensable_units,
        rate_usd,
        earning_on
    from reported
    where claim_id is not null and (unmatched_by is null or unmatched_by = 'claim')
    union all
    select
        r.series_no,
        r.month,
        i.claim_id,
        r.is_milestone,
        r.tenant_id,
        r.workload,
        r.partner_id,
        r.amount_usd,
        r.compensable_units,
        r.rate_usd,
        r.earning_on
    from reported as r
    left join incentive_ledger as i on r.series_no = i.series_no and r.month = i.month
    where r.claim_id is null and r.unmatched_by = 'claim'
),

told as (
    select
        coalesce(series_no, -1) as series_no,
        tenant_id,
        workload,
        month,
        claim_id,
        case when is_milestone then 'milestone' else 'growth' end as family,
        min(partner_id) as partner_id,
        cast(sum(amount_usd) as decimal(18, 2)) as reported_usd,
        cast(sum(compensable_units) as bigint) as reported_units,
        max(rate_usd) as reported_rate,
        max(earning_on) as earned_on
    from named
    group by series_no, tenant_id, workload, month, claim_id, is_milestone
),

covered as (
    select family, min(month) as first_month, max(month) as last_month from told group by family
),

expected as (
    select
        i.series_no,
        i.tenant_id,
        i.workload,
        i.month,
        i.claim_id,
        f.family,
        i.partner_id,
        case when f.family = 'milestone' then i.milestone_usd else i.payable_usd end as expected_usd,
        case when f.family = 'milestone' then i.milestone_usd else i.before_cap_usd end as before_cap_usd,
        case when f.family = 'growth' then i.new_units end as expected_units,
        case when f.family = 'growth' then i.rate end as expected_rate,
        i.refusal_codes,
        i.rule_set,
        i.is_illustrative
    from incentive_ledger as i
    cross join covered as f
    where
        (f.family = 'milestone' and i.milestone_usd > 0)
        or (f.family = 'growth' and i.family = 'growth' and i.new_units > 0)
),

refused as (
    select tenant_id, workload, month, min(reason) as reason from ineligible group by tenant_id, workload, month
),

paired as (
    select
        coalesce(e.series_no, t.series_no) as series_no,
        coalesce(e.tenant_id, t.tenant_id) as tenant_id,
        coalesce(e.workload, t.workload) as workload,
        coalesce(e.month, t.month) as month,
        coalesce(e.family, t.family) as family,
        coalesce(e.claim_id, t.claim_id) as claim_id,
        coalesce(e.partner_id, t.partner_id) as partner_id,
        e.expected_usd,
        e.before_cap_usd,
        e.expected_units,
        e.expected_rate,
        e.refusal_codes,
        e.rule_set,
        e.is_illustrative,
        t.reported_usd,
        t.reported_units,
        t.reported_rate,
        t.earned_on,
        coalesce(e.expected_usd, 0) = coalesce(t.reported_usd, 0) as is_equal
    from expected as e
    full outer join told as t
        on
            e.series_no = t.series_no
            and e.month = t.month
            and e.family = t.family
            and e.claim_id = t.claim_id
),

unequal as (
    select
        series_no,
        month,
        family,
        claim_id,
        expected_usd,
        reported_usd,
        cast(month - interval 1 month as date) as month_before,
        cast(month + interval 1 month as date) as month_after
    from paired
    where not is_equal and series_no >= 0
),

shifted as (
    select distinct
        u.series_no,
        u.month,
        u.family,
        u.claim_id
    from unequal as u
    left join unequal as b on u.series_no = b.series_no and u.family = b.family and u.month_before = b.month
    left join unequal as a on u.series_no = a.series_no and u.family = a.family and u.month_after = a.month
    where
        (u.expected_usd > 0 and (u.expected_usd = b.reported_usd or u.expected_usd = a.reported_usd))
        or (u.reported_usd > 0 and (u.reported_usd = b.expected_usd or u.reported_usd = a.expected_usd))
),

known_claims as (
    select distinct series_no, claim_id from ledger where claim_id is not null
),

explained as (
    select
        p.tenant_id,
        p.workload,
        p.month,
        p.claim_id,
        p.family,
        p.partner_id,
        p.expected_usd,
        p.reported_usd,
        cast(coalesce(p.reported_usd, 0) - coalesce(p.expected_usd, 0) as decimal(18, 2)) as difference_usd,
        case
            when p.is_equal then 'agrees'
            when p.reported_usd is null and p.month < c.first_month then 'before_export'
            when p.reported_usd is null and p.month > c.last_month then 'after_export'
            when p.expected_usd is null and k.series_no is null then 'claim'
            when r.reason is not null and coalesce(p.reported_usd, 0) < coalesce(p.expected_usd, 0) then 'refused'
            when s.series_no is not null then 'date_shift'
            when p.expected_usd = 0 and p.refusal_codes <> '' and p.before_cap_usd = 0 then 'rules'
            when p.before_cap_usd > p.expected_usd and p.reported_usd is not null then 'cap'
            when p.reported_units = p.expected_units and p.reported_rate <> p.expected_rate then 'rate'
            when p.reported_units <> p.expected_units then 'units'
            when p.reported_usd is null then 'missing'
            else 'unexplained'
        end as cause,
        coalesce(r.reason, nullif(p.refusal_codes, '')) as refusal_codes,
        p.expected_units,
        p.reported_units,
        p.expected_rate,
        p.reported_rate,
        p.earned_on,
        p.rule_set,
        p.is_illustrative
    from paired as p
    inner join covered as c on p.family = c.family
    left join refused as r on p.tenant_id = r.tenant_id and p.workload = r.workload and p.month = r.month
    left join shifted as s
        on p.series_no = s.series_no and p.month = s.month and p.family = s.family and p.claim_id = s.claim_id
    left join known_claims as k on p.series_no = k.series_no and p.claim_id = k.claim_id
)

select
    *,
    row_number() over (
        order by abs(difference_usd) desc, tenant_id asc, workload asc, month asc, claim_id asc, family asc
    ) as difference_no
from explained
order by difference_no
