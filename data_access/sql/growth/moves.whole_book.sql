-- Which users came to and went from the workloads of the whole book?
-- Grain: month x workload x partner location.
with book as (
    select * from book_bridge
)

select
    month,
    workload,
    partner_id,
    opening,
    newly_associated,
    expansion,
    contraction,
    lost
from book
