-- Estimated money and the units behind it, rolled up so that pages read thousands of rows.
-- Grain: month x workload x customer group x partner location.
-- Every active user of a known month is in exactly one of the *_units; usage of unknown size is in none. greatest and
-- least pass over nulls, so what is unknown is taken out first.
create table incentive_by_group as
select
    month,
    workload,
    group_id,
    partner_id,
    max(case when is_illustrative then 1 else 0 end) = 1 as is_illustrative,
    cast(sum(mau) as bigint) as mau,
    cast(sum(case when not is_associated then mau else 0 end) as bigint) as not_claimed_units,
    cast(sum(case when is_associated and not is_judged then mau else 0 end) as bigint) as unknown_units,
    cast(sum(case when is_judged then least(mau, prior_hwm) else 0 end) as bigint) as below_mark_units,
    cast(sum(case when is_judged then greatest(0, mau - greatest(pau, prior_hwm)) else 0 end) as bigint)
        as above_paid_units,
    cast(
        sum(case when is_judged then greatest(0, least(mau, pau) - prior_hwm) - paid_units else 0 end) as bigint
    ) as refused_units,
    cast(sum(paid_units) as bigint) as eligible_units,
    cast(sum(case when family = 'growth' then before_cap_usd end) as decimal(18, 2)) as before_cap_usd,
    cast(sum(case when family = 'growth' then payable_usd end) as decimal(18, 2)) as payable_usd,
    cast(sum(milestone_usd) as decimal(18, 2)) as milestone_usd,
    cast(sum(estimated_usd) as decimal(18, 2)) as estimated_usd
from (
    select
        *,
        is_associated and prior_hwm is not null and pau is not null as is_judged,
        case when before_cap_usd > 0 and family = 'growth' then new_units else 0 end as paid_units
    from incentive_ledger
    where mau is not null
) as known
group by month, workload, group_id, partner_id
order by month, workload
