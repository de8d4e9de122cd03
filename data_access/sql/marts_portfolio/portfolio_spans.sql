-- A customer's workloads added up, those known over the same months together: so any choice of months can be answered.
-- Grain: tenant x first month x last month. Far fewer rows than workloads; a choice of workloads reads these instead.
create table portfolio_spans as
select
    tenant_id,
    first_month,
    last_month,
    sum(associated_count)::bigint as associated_count,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(share_mau)::bigint as share_mau,
    sum(share_pau)::bigint as share_pau,
    sum(mau_change)::bigint as mau_change,
    sum(opportunity_units)::bigint as opportunity_units,
    sum(new_units)::bigint as new_units,
    sum(potential_usd)::decimal(18, 2) as potential_usd
from portfolio_series
group by tenant_id, first_month, last_month
order by tenant_id, first_month, last_month
