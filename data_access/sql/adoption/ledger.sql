-- Usage, high-water marks and net new units of every customer workload, month by month.
-- Grain: tenant x workload x month with a fact. Months without a fact have no row: unknown, not zero.
with answered as (
    select
        l.tenant_id,
        v.name,
        l.workload,
        l.month,
        l.mau,
        l.pau,
        l.usage_share,
        l.prior_hwm,
        case when l.is_hwm_reported then 'baseline' else 'files' end as hwm_basis,
        l.hwm_since,
        l.starting_hwm,
        l.new_units,
        l.claim_id,
        l.partner_id,
        l.associated_on,
        l.is_associated,
        i.source,
        l.is_complete
    from ledger as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    inner join import_log as i on l.import_seq = i.import_seq
    where
        ($start is null or l.month >= $start)
        and ($end_before is null or l.month < $end_before)
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
)

select *
from answered
order by tenant_id, workload, month
