-- Which claimed workloads had which users and licences, in the scored months and a year before each?
-- **Grain:** one row per tenant x workload x month.
-- A temporary step of the score marts. A row without known licences cannot be judged and is left out.
create or replace temp table score_facts as
with wanted as (
    select month from score_months
    union
    select year_before as month from score_months
)

select
    ledger.series_no,
    score_customers.customer_no,
    ledger.workload,
    ledger.month,
    ledger.mau as users,
    ledger.pau as licences,
    cast(date_trunc('month', ledger.associated_on) as date) as claimed_month
from ledger
inner join wanted on ledger.month = wanted.month
inner join score_customers on ledger.tenant_id = score_customers.tenant_id
where
    ledger.is_associated
    and ledger.is_complete
    and ledger.associated_on is not null
    and ledger.pau is not null
