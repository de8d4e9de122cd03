-- What does the whole book bring to each track?
-- **Grain:** one row per program x track x scored month.
create or replace table book_scores as
select
    program,
    track,
    month,
    cast(sum(customers) as bigint) as customers,
    cast(sum(users) as bigint) as users,
    cast(sum(deployments) as bigint) as deployments
from score_groups
group by program, track, month
order by month
