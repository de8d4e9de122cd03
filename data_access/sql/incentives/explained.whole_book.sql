-- Which differences between expected and reported money has the whole book, and by which cause?
-- Grain: cause x month x workload x partner location; what agrees too.
with book as (
    select * from book_differences
)

select
    cause,
    month,
    workload,
    partner_id,
    months_count,
    expected_usd,
    reported_usd,
    difference_usd
from book
