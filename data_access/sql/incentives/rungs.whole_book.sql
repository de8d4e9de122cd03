-- How many workloads of the whole book stand before, just under and on each step?
-- Grain: step x step group x workload x partner location.
with book as (
    select * from book_milestones
)

select
    step,
    step_group,
    workload,
    partner_id,
    series_count,
    blocked_count,
    users_to_next,
    amount_usd,
    value_usd
from book
