-- Earnings as Earnings - Growth lists them, where an earning's columns repeat on each of its transactions.
-- Grain: earning_id; its usage is dated to the last transaction month.
select
    earning_id,
    cast(null as varchar) as claim_id,
    max(tenant_id) as tenant_id,
    max(customer_name) as customer_name,
    cast(null as varchar) as workload_name,
    max(program) as program,
    max(engagement) as engagement,
    max(lever) as lever,
    max(earning_type) as earning_type,
    max(participant_id) as participant_id,
    max(transaction_on) as transaction_on,
    max(earning_on) as earning_on,
    cast(null as date) as calculated_on,
    cast(null as decimal(18, 2)) as quantity,
    cast(null as varchar) as quantity_type,
    cast(null as decimal(18, 2)) as quantity_alt,
    cast(null as varchar) as quantity_alt_type,
    cast(null as decimal(18, 2)) as baseline,
    cast(null as varchar) as baseline_type,
    cast(null as decimal(18, 2)) as compensable_units,
    cast(max(rate) as decimal(18, 6)) as rate,
    cast(max(amount) as decimal(18, 2)) as amount,
    max(currency) as currency,
    cast(max(amount_usd) as decimal(18, 2)) as amount_usd,
    max(payment_status) as payment_status,
    cast(date_trunc('month', max(estimated_payment_on)) as date) as estimated_payment_month,
    max(payment_id) as payment_id,
    cast(null as varchar) as reason_code,
    cast(null as varchar) as milestone
from checked
group by earning_id
