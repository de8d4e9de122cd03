-- What adds up to the adoption of one customer?
-- Grain: month x workload.
with seen as (
    select * from visible_customers
)

select
    l.month,
    l.workload,
    l.partner_id,
    l.is_associated,
    l.mau,
    l.pau,
    case when l.mau is not null and l.pau > 0 then l.mau end as share_mau,
    case when l.mau is not null and l.pau > 0 then l.pau end as share_pau,
    l.new_units,
    cast(case when l.new_units is not null then 1 else 0 end as bigint) as new_units_known_count,
    v.segment,
    v.country,
    v.account_manager,
    v.team
from ledger as l
inner join seen as v on l.tenant_id = v.tenant_id
