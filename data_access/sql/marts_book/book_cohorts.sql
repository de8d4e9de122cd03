-- How do the whole book's associations mature: users and paid units by the month of the association.
-- Grain: association month x month x workload x partner location, of complete months and rows that know both.
create table book_cohorts as
select
    date_trunc('month', associated_on)::date as associated_month,
    month,
    workload,
    partner_id,
    count(*) as series_count,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau
from ledger
where is_associated and is_complete and mau is not null and pau > 0
group by date_trunc('month', associated_on)::date, month, workload, partner_id
order by month
