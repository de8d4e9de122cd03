-- What one customer's workload adds to the customer's line in the portfolio.
-- Grain: tenant x workload. MAU, PAU, headroom and potential count while associated and still reported; share_mau and
-- share_pau only where both are known. Sums of these columns are the portfolio's numbers.
create table portfolio_series as
with counted as (
    select
        s.*,
        s.is_associated and s.is_current as counts
    from series as s
)

select
    c.tenant_id,
    c.workload,
    c.partner_id,
    c.first_month,
    c.last_month,
    case when c.counts then 1 else 0 end as associated_count,
    case when c.counts then c.mau end as mau,
    case when c.counts then c.pau end as pau,
    case when c.counts and c.pau > 0 then c.mau end as share_mau,
    case when c.counts and c.pau > 0 and c.mau is not null then c.pau end as share_pau,
    c.mau_change,
    case when c.counts and c.prior_hwm is not null then greatest(0, c.pau - c.prior_hwm) end as opportunity_units,
    case when c.counts then c.new_units end as new_units,
    case when c.counts then p.potential_usd end as potential_usd
from counted as c
left join incentive_position as p on c.tenant_id = p.tenant_id and c.workload = p.workload
order by c.tenant_id, c.workload
