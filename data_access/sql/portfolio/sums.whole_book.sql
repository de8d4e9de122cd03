-- What do the workloads of each customer of the whole book add up to at their latest month?
-- Grain: as portfolio/sums.
with book as (
    select * from portfolio_spans
)

select
    tenant_id,
    max(last_month) as month,
    sum(associated_count)::bigint as associated_count,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(share_mau)::bigint as share_mau,
    sum(share_pau)::bigint as share_pau,
    sum(mau_change)::bigint as mau_change,
    sum(opportunity_units)::bigint as opportunity_units,
    sum(new_units)::bigint as new_units,
    sum(potential_usd)::decimal(18, 2) as potential_usd
from book
where
    ($start is null or last_month >= $start)
    and ($end_before is null or first_month < $end_before)
group by tenant_id
