-- Adoption rolled up so that pages read thousands of rows, not millions.
-- Grain: month x workload x customer group x partner location x is_associated.
-- Sums are BIGINT: HUGEINT, which sum() gives, made the questions above it twenty times slower at 1.8 M facts.
-- share_mau / share_pau hold only rows where both are known, so that a usage share is a true sum over sum.
create table by_group as
select
    month,
    workload,
    group_id,
    partner_id,
    is_associated,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(case when mau is not null and pau > 0 then mau end)::bigint as share_mau,
    sum(case when mau is not null and pau > 0 then pau end)::bigint as share_pau,
    sum(new_units)::bigint as new_units,
    count(new_units) as new_units_known_count,
    count(*) as series_count
from ledger
group by month, workload, group_id, partner_id, is_associated
order by month, workload
