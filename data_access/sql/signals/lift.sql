-- How much of what growth paid later stood in the top tenth of our list, and of a list by largest headroom first?
-- Grain: origin, half a year before its outcome. Shares of the whole portfolio's model, nobody's numbers.
with judged as (
    select *
    from signal_lift
    where exists (select 1 from visible_groups)
)

select
    month,
    listed_count,
    cast(top_count as bigint) as top_count,
    cast(our_cents as double) / nullif(realised_cents, 0) as our_share,
    cast(headroom_cents as double) / nullif(realised_cents, 0) as headroom_share,
    cast(our_cents as double) / nullif(headroom_cents, 0) as lift
from judged
order by month
