-- How many of the whole book's customers are associated?
-- Grain: month.
with book as (
    select * from book_customers
)

select month, associated_customers
from book
