-- Usage with its high-water marks, net new units, and what changed since the month before.
-- Grain: tenant x workload x month with a fact.
-- prior_hwm: highest MAU of earlier known months, or the earnings export's baseline where that is higher; unknown in
-- the first known month without a baseline; gaps keep it. starting_hwm: highest MAU before the association month.
-- new_units = max(0, min(MAU, PAU) - prior HWM) from the first paying month on, 0 before it (KB-1319, growth rules).
-- change_kind: opening (associated before the first month of all data), newly_associated, expansion, contraction; what
-- is lost has no row of its own here, see the mart `lost`.
-- is_hwm_reported: prior_hwm is a baseline that the files alone do not prove. import_seq leads to the source, in
-- import_log: each text that every row would repeat takes a twentieth of the time here.
-- delivered_next: the month its source delivered after this one; far ahead where there is none yet.
-- Joins that find a row for every fact are left joins all the same: the engine takes an inner join over a calculated
-- key for a narrow one, and then builds its hash tables of the facts instead of the few names (a fifth of the time).
-- The rows are put in order as soon as they are walked, while they are narrow: sorting the finished ones took a quarter
-- longer. That only lets a reader of one customer pass over the others; no answer stands on it.
create table ledger as
with facts as (
    select
        u.series_no,
        u.month,
        u.mau,
        u.pau,
        u.is_cpor,
        u.claim_id,
        u.partner_id,
        u.associated_on,
        u.import_seq,
        case when u.is_cpor then date_trunc('month', u.associated_on)::date end as associated_month,
        coalesce(d.next_month, date '9999-12-01') as delivered_next
    from usage as u
    left join import_deliveries as d on u.import_seq = d.import_seq and u.month = d.month
    where u.place = 1 and not u.is_copy
),

first_seen as (
    select series_no, min(month) as cpor_since
    from facts
    where is_cpor and associated_month is null
    group by series_no
),

seeds as (
    select t.tenant_no::bigint * 1000000 + w.workload_no as series_no, e.month, max(e.baseline) as baseline
    from earnings_baselines as e
    inner join tenants as t on e.tenant_id = t.tenant_id
    inner join workload_codes as w on e.workload = w.workload
    group by t.tenant_no, w.workload_no, e.month
),

baselines as (
    select f.series_no, f.month, max(s.baseline) as known_baseline
    from seeds as s
    inner join facts as f on s.series_no = f.series_no and s.month <= f.month
    group by f.series_no, f.month
),

counted as (
    select
        f.*,
        coalesce(f.associated_month, case when f.is_cpor then c.cpor_since end) as counts_from_month
    from facts as f
    left join first_seen as c on f.series_no = c.series_no
),

walked as (
    select
        *,
        first_value(month) over (partition by series_no order by month) as hwm_since,
        max(mau) over (
            partition by series_no order by month rows between unbounded preceding and 1 preceding
        ) as prior_mau,
        lag(case when month >= counts_from_month then mau end ignore nulls) over (
            partition by series_no order by month
        ) as previous_mau,
        lag(case when month >= counts_from_month and mau is not null then delivered_next end ignore nulls) over (
            partition by series_no order by month
        ) as previous_delivered_next
    from counted
    order by series_no, month
),

judged as (
    select
        w.series_no,
        w.month,
        w.mau,
        w.pau,
        w.claim_id,
        w.partner_id,
        w.associated_on,
        w.import_seq,
        w.counts_from_month,
        w.prior_mau,
        w.previous_mau,
        w.previous_delivered_next,
        w.hwm_since,
        b.known_baseline,
        greatest(w.prior_mau, b.known_baseline) as prior_hwm,
        s.starting_hwm,
        w.previous_mau is not null as was_associated,
        coalesce(w.month >= w.counts_from_month, false) as is_associated,
        coalesce(w.month >= w.counts_from_month + to_months($first_paying_month_offset), false) as may_pay
    from walked as w
    left join baselines as b on w.series_no = b.series_no and w.month = b.month
    left join association_starts as s on w.series_no = s.series_no and w.counts_from_month = s.counts_from_month
)

select
    t.tenant_id,
    c.workload,
    j.month,
    j.mau,
    j.pau,
    case when j.pau > 0 then j.mau::double / j.pau end as usage_share,
    j.prior_hwm,
    coalesce(j.known_baseline >= coalesce(j.prior_mau, 0), false) as is_hwm_reported,
    j.hwm_since,
    j.starting_hwm,
    case
        when j.prior_hwm is null or j.mau is null or j.pau is null then null
        when j.may_pay then greatest(0, least(j.mau, j.pau) - j.prior_hwm)
        else 0
    end as new_units,
    j.claim_id,
    j.partner_id,
    coalesce(j.associated_on, j.counts_from_month) as associated_on,
    j.is_associated,
    j.import_seq,
    m.is_complete,
    t.group_id,
    case
        when not j.is_associated or j.mau is null then null
        when not j.was_associated and m.is_first and j.counts_from_month < j.month then 'opening'
        when not j.was_associated then 'newly_associated'
        when j.previous_delivered_next < j.month or j.mau >= j.previous_mau then 'expansion'
        else 'contraction'
    end as change_kind,
    case
        when not j.is_associated or j.mau is null then null
        when not j.was_associated or j.previous_delivered_next < j.month then j.mau
        else abs(j.mau - j.previous_mau)
    end as change_users,
    j.series_no
from judged as j
left join tenants as t on j.series_no // 1000000 = t.tenant_no
left join workload_codes as c on j.series_no % 1000000 = c.workload_no
left join months as m on j.month = m.month
