-- The whole book's adoption by month: what by_group holds, with all customers together.
-- Grain: month x workload x partner location x is_associated. Its size does not grow with the customers.
create table book_months as
select
    month,
    workload,
    partner_id,
    is_associated,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(share_mau)::bigint as share_mau,
    sum(share_pau)::bigint as share_pau,
    sum(new_units)::bigint as new_units,
    sum(new_units_known_count)::bigint as new_units_known_count
from by_group
group by month, workload, partner_id, is_associated
order by month, workload
