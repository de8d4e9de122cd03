-- One customer's use of one workload: where it stands at its latest month, and since when it counts as ours.
-- Grain: tenant x workload. is_current: its source's newest delivery still has it. mau_change: from the last
-- complete month but one to the last complete month, as the bridge counts it.
create table series as
with ends as (
    select
        max(case when is_complete then month end) as last_complete_month
    from months
),

changed as (
    select
        tenant_id,
        workload,
        sum(case when change_kind = 'contraction' then -change_users else change_users end)::bigint as mau_change
    from (
        select l.tenant_id, l.workload, l.change_kind, l.change_users
        from ledger as l
        inner join ends as e on l.month = e.last_complete_month
        where l.change_kind <> 'opening'
        union all
        select g.tenant_id, g.workload, 'contraction', g.users
        from lost as g
        inner join ends as e on g.month = e.last_complete_month
    ) as moved
    group by tenant_id, workload
),

latest as (
    select
        any_value(tenant_id) as tenant_id,
        any_value(group_id) as group_id,
        any_value(workload) as workload,
        min(month) as first_month,
        max(month) as last_month,
        min(case when is_associated then month end) as first_associated_month,
        max(case when is_associated then month end) as last_associated_month,
        max_by(mau, month) as mau,
        max_by(pau, month) as pau,
        max_by(usage_share, month) as usage_share,
        max_by(prior_hwm, month) as prior_hwm,
        case when max_by(is_hwm_reported, month) then 'baseline' else 'files' end as hwm_basis,
        max_by(hwm_since, month) as hwm_since,
        max_by(starting_hwm, month) as starting_hwm,
        max_by(new_units, month) as new_units,
        max_by(claim_id, month) as claim_id,
        max_by(partner_id, month) as partner_id,
        max_by(associated_on, month) as associated_on,
        max_by(is_associated, month) as is_associated,
        max_by(import_seq, month) as import_seq,
        max(mau) as highest_mau
    from ledger
    group by series_no
)

select
    l.*,
    i.source,
    l.last_month >= f.last_month as is_current,
    c.mau_change
from latest as l
inner join imports_live as i on l.import_seq = i.import_seq
inner join freshness as f on i.source = f.source
left join changed as c on l.tenant_id = c.tenant_id and l.workload = c.workload
