-- What adds up to how the whole book's associations mature?
-- Grain: association month x month x workload x partner location.
with book as (
    select * from book_cohorts
)

select
    associated_month,
    month,
    workload,
    partner_id,
    series_count,
    mau,
    pau
from book
