-- What the other sources said: facts that did not win.
-- Grain: tenant x workload x month x import that lost.
create table other_usage as
select
    t.tenant_id,
    w.workload,
    u.month,
    i.source,
    u.mau,
    u.pau,
    u.partner_id,
    u.import_seq,
    i.as_of_on,
    i.file_name
from usage as u
inner join tenants as t on u.series_no // 1000000 = t.tenant_no
inner join workload_codes as w on u.series_no % 1000000 = w.workload_no
inner join imports_live as i on u.import_seq = i.import_seq
where u.place > 1 and not u.is_copy
