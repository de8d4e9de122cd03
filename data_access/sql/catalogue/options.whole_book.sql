-- What can the scope bar offer who sees the whole book?
-- Grain: kind x value.
with offered as (
    select kind, value, label
    from book_options
    union all
    select 'month', cast(month as varchar), cast(month as varchar)
    from months
)

select kind, value, label
from offered
order by kind, label, value
