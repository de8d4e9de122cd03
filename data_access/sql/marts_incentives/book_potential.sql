-- What headroom could still pay within the caps, in the whole book.
-- Grain: workload.
create table book_potential as
select
    workload,
    cast(sum(remaining_usd) as decimal(18, 2)) as potential_usd
from incentive_position
where is_associated and is_current
group by workload
