-- Usage with its high-water marks and net new units.
-- Grain: tenant x workload x month with a fact.
-- prior_hwm: highest MAU of earlier known months, or the earnings export's baseline where that is higher; unknown in
-- the first known month without a baseline; gaps keep it. starting_hwm: highest MAU before the association month.
-- new_units = max(0, min(MAU, PAU) - prior HWM) from the first paying month on, 0 before it (KB-1319, growth rules).
create table ledger as
with facts as (
    select
        *,
        case when is_cpor then date_trunc('month', associated_on)::date end as associated_month
    from usage
    where place = 1 and not is_copy
),

first_seen as (
    select tenant_no, workload, min(month) as cpor_since
    from facts
    where is_cpor and associated_on is null
    group by tenant_no, workload
),

associated as (
    select
        f.*,
        coalesce(f.associated_month, case when f.is_cpor then s.cpor_since end) as counts_from_month
    from facts as f
    left join first_seen as s on f.tenant_no = s.tenant_no and f.workload = s.workload
),

seeds as (
    select t.tenant_no, e.workload, e.month, max(e.baseline) as baseline
    from earnings_baselines as e
    inner join tenants as t on e.tenant_id = t.tenant_id
    group by t.tenant_no, e.workload, e.month
),

seeded as (
    select
        coalesce(a.tenant_no, s.tenant_no) as tenant_no,
        coalesce(a.workload, s.workload) as workload,
        coalesce(a.month, s.month) as month,
        a.tenant_no is not null as is_fact,
        s.baseline,
        a.mau,
        a.pau,
        a.is_cpor,
        a.claim_id,
        a.partner_id,
        a.associated_on,
        a.counts_from_month,
        a.import_seq
    from associated as a
    full outer join seeds as s on a.tenant_no = s.tenant_no and a.workload = s.workload and a.month = s.month
),

watermarked as (
    select
        *,
        max(mau) over earlier_months as prior_mau,
        max(baseline) over so_far as known_baseline,
        min(case when is_fact then month end) over whole as hwm_since
    from seeded
    window
        whole as (partition by tenant_no, workload),
        so_far as (partition by tenant_no, workload order by month rows unbounded preceding),
        earlier_months as (
            partition by tenant_no, workload order by month rows between unbounded preceding and 1 preceding
        )
),

starts as (
    select a.tenant_no, a.workload, a.counts_from_month, max(f.mau) as starting_hwm
    from (
        select distinct tenant_no, workload, counts_from_month from associated where counts_from_month is not null
    ) as a
    inner join facts as f
        on a.tenant_no = f.tenant_no and a.workload = f.workload and f.month < a.counts_from_month
    group by a.tenant_no, a.workload, a.counts_from_month
),

judged as (
    select
        w.*,
        greatest(w.prior_mau, w.known_baseline) as prior_hwm,
        st.starting_hwm,
        coalesce(w.month >= w.counts_from_month, false) as is_associated,
        coalesce(w.month >= w.counts_from_month + to_months($first_paying_month_offset), false) as may_pay
    from watermarked as w
    left join starts as st
        on
            w.tenant_no = st.tenant_no
            and w.workload = st.workload
            and w.counts_from_month = st.counts_from_month
    where w.is_fact
)

select
    t.tenant_id,
    j.workload,
    j.month,
    j.mau,
    j.pau,
    case when j.pau > 0 then j.mau::double / j.pau end as usage_share,
    j.prior_hwm,
    case when j.known_baseline >= coalesce(j.prior_mau, 0) then 'baseline' else 'files' end as hwm_basis,
    j.hwm_since,
    j.starting_hwm,
    case
        when j.prior_hwm is null or j.mau is null or j.pau is null then null
        when j.may_pay then greatest(0, least(j.mau, j.pau) - j.prior_hwm)
        else 0
    end as new_units,
    j.claim_id,
    j.partner_id,
    case when j.is_cpor then coalesce(j.associated_on, j.counts_from_month) end as associated_on,
    j.is_associated,
    i.source,
    m.is_complete,
    t.group_id
from judged as j
inner join tenants as t on j.tenant_no = t.tenant_no
inner join imports_live as i on j.import_seq = i.import_seq
inner join months as m on j.month = m.month
order by t.tenant_no, j.workload, j.month
