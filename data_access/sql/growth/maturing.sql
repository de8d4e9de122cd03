-- What adds up to how associations mature, of the customers one sees?
-- Grain: association month x month x workload x partner location, of complete months and rows that know both.
with seen as (
    select tenant_id from visible_customers
)

select
    date_trunc('month', l.associated_on)::date as associated_month,
    l.month,
    l.workload,
    l.partner_id,
    count(*) as series_count,
    sum(l.mau)::bigint as mau,
    sum(l.pau)::bigint as pau
from ledger as l
inner join seen as v on l.tenant_id = v.tenant_id
where l.is_associated and l.is_complete and l.mau is not null and l.pau > 0
group by date_trunc('month', l.associated_on)::date, l.month, l.workload, l.partner_id
