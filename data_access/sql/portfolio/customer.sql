-- Who is this customer, and where does it stand at its latest month?
-- Grain: tenant. The numbers are those of portfolio/customers; licensed workloads are counted over all workloads only.
with found as (
    select
        v.tenant_id,
        v.name,
        v.domain,
        v.segment,
        v.country,
        v.account_manager,
        v.team,
        k.licences_count,
        k.size_band,
        s.month,
        coalesce(s.associated_count, 0) as associated_count,
        case when $workloads is null then k.available_count end as available_count,
        s.mau,
        s.pau,
        s.share_mau::double / nullif(s.share_pau, 0) as usage_share,
        s.opportunity_units
    from visible_customers as v
    inner join portfolio_standing as k on v.tenant_id = k.tenant_id
    left join sums as s on v.tenant_id = s.tenant_id
    order by v.name, v.tenant_id
    limit 1
),

trends as (
    select
        m.tenant_id,
        array_agg(m.mau order by m.month) as trend
    from customer_months as m
    inner join found as f on m.tenant_id = f.tenant_id
    where m.month > (f.month - to_months(12))
    group by m.tenant_id
)

select
    f.*,
    t.trend
from found as f
left join trends as t on f.tenant_id = t.tenant_id
