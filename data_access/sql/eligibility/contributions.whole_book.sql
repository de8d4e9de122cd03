-- What does the whole book bring to each track?
-- **Grain:** one row per program x track x scored month.
with book as (
    select * from book_scores
)

select
    program,
    track,
    month,
    customers,
    users,
    deployments
from book
