-- What do each customer's workloads add up to at their latest month?
-- Grain: tenant with a workload in these months. MAU and PAU sum the associated workloads still reported (workload
-- users). Without a choice of workloads or locations few rows are read.
with parts as (
    select
        p.tenant_id,
        p.last_month,
        p.associated_count,
        p.mau,
        p.pau,
        p.share_mau,
        p.share_pau,
        p.mau_change,
        p.opportunity_units,
        p.new_units,
        p.potential_usd
    from portfolio_spans as p
    where
        $workloads is null
        and $locations is null
        and ($start is null or p.last_month >= $start)
        and ($end_before is null or p.first_month < $end_before)
    union all
    select
        s.tenant_id,
        s.last_month,
        s.associated_count,
        s.mau,
        s.pau,
        s.share_mau,
        s.share_pau,
        s.mau_change,
        s.opportunity_units,
        s.new_units,
        s.potential_usd
    from portfolio_series as s
    where
        ($workloads is not null or $locations is not null)
        and ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
        and ($start is null or s.last_month >= $start)
        and ($end_before is null or s.first_month < $end_before)
)

select
    p.tenant_id,
    max(p.last_month) as month,
    sum(p.associated_count)::bigint as associated_count,
    sum(p.mau)::bigint as mau,
    sum(p.pau)::bigint as pau,
    sum(p.share_mau)::bigint as share_mau,
    sum(p.share_pau)::bigint as share_pau,
    sum(p.mau_change)::bigint as mau_change,
    sum(p.opportunity_units)::bigint as opportunity_units,
    sum(p.new_units)::bigint as new_units,
    sum(p.potential_usd)::decimal(18, 2) as potential_usd
from parts as p
inner join visible_customers as v on p.tenant_id = v.tenant_id
group by p.tenant_id
