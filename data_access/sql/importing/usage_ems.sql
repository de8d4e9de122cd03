-- Usage facts of EMS usage, unpivoted: Entra ID P1 (AADP), Intune, Information Protection (Azip).
-- Grain: tenant x workload x month. A subscription repeated per partner counts once; subscriptions are summed.
-- Units of a free product are no paid units.
with subscriptions as (
    select
        tenant_id,
        month,
        coalesce(subscription_id, 'row ' || ordinal) as subscription,
        max(customer_name) as customer_name,
        max(segment) as segment,
        max(country) as country,
        bool_or(upper(attribution) = 'CPOR') as is_cpor,
        max(upper(attribution)) as attribution,
        min(case when upper(attribution) = 'CPOR' then partner_id end) as cpor_partner_id,
        min(partner_id) as any_partner_id,
        bool_or(lower(pricing) like '%free%' or lower(pricing) like '%trial%') as is_free,
        max(aadp_mau) as aadp_mau,
        max(aadp_pau) as aadp_pau,
        max(intune_mau) as intune_mau,
        max(intune_pau) as intune_pau,
        max(azip_mau) as azip_mau,
        max(azip_pau) as azip_pau
    from checked
    group by tenant_id, month, coalesce(subscription_id, 'row ' || ordinal)
),

parts as (
    select *, 'AADP' as workload_name, aadp_mau as mau, aadp_pau as pau from subscriptions
    union all
    select *, 'Intune' as workload_name, intune_mau as mau, intune_pau as pau from subscriptions
    union all
    select *, 'Azip' as workload_name, azip_mau as mau, azip_pau as pau from subscriptions
)

select
    tenant_id,
    max(customer_name) as customer_name,
    workload_name,
    month,
    cast(sum(mau) as bigint) as mau,
    cast(sum(case when is_free and pau is not null then 0 else pau end) as bigint) as pau,
    cast(null as bigint) as enabled_users,
    cast(null as varchar) as claim_id,
    coalesce(min(cpor_partner_id), min(any_partner_id)) as partner_id,
    cast(null as date) as associated_on,
    case when bool_or(is_cpor) then 'CPOR' else max(attribution) end as attribution,
    false as is_duplicate,
    max(segment) as segment,
    max(country) as country
from parts
where mau is not null or pau is not null
group by tenant_id, workload_name, month
