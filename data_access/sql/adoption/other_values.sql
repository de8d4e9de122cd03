-- What other sources said of the same customer, workload and month: the values that did not win.
-- Grain: tenant x workload x month x import that lost.
with answered as (
    select
        v.tenant_id,
        u.workload,
        u.month,
        i.source,
        u.mau,
        u.pau,
        i.as_of_on,
        i.file_name
    from usage as u
    inner join tenants as t on u.tenant_no = t.tenant_no
    inner join visible_customers as v on t.tenant_id = v.tenant_id
    inner join imports_live as i on u.import_seq = i.import_seq
    where
        u.place > 1
        and not u.is_copy
        and ($start is null or u.month >= $start)
        and ($end_before is null or u.month < $end_before)
        and ($workloads is null or list_contains($workloads, u.workload))
        and ($locations is null or list_contains($locations, u.partner_id))
)

select *
from answered
order by tenant_id, workload, month, source, file_name
