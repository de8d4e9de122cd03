-- What Microsoft says we earned.
-- Grain: earning_id. An earning's row repeats per export: Earnings - Default counts before Growth, then the newest.
create table earnings as
with ranked as (
    select
        *,
        row_number() over (partition by earning_id order by import_rank desc, import_seq desc) as place
    from earning_rows
)

select
    r.earning_id,
    r.claim_id,
    r.tenant_id,
    r.customer_name,
    coalesce(w.workload, r.workload_name) as workload,
    r.program,
    r.engagement,
    r.lever,
    r.earning_type,
    r.participant_id,
    r.transaction_on,
    r.earning_on,
    r.calculated_on,
    case when upper(r.quantity_type) = 'MAU' then r.quantity::bigint end as mau,
    case when upper(r.quantity_alt_type) = 'PAU' then r.quantity_alt::bigint end as pau,
    case when upper(r.baseline_type) = 'HWM' then r.baseline::bigint end as baseline,
    r.compensable_units::bigint as compensable_units,
    r.rate,
    r.amount,
    r.currency,
    r.amount_usd,
    r.payment_status,
    r.estimated_payment_month,
    r.payment_id,
    r.reason_code,
    r.milestone
from ranked as r
left join workload_spellings as w on r.workload_name = w.workload_name
where r.place = 1
