-- What does each group of customers bring to each track, month by month?
-- **Grain:** one row per program x track x scored month x group.
create or replace table score_groups as
select
    program,
    track,
    month,
    group_id,
    cast(sum(case when is_customer then 1 else 0 end - case when was_customer then 1 else 0 end) as bigint)
        as customers,
    cast(sum(grown_users) as bigint) as users,
    cast(sum(case when is_deployed then 1 else 0 end - case when was_deployed then 1 else 0 end) as bigint)
        as deployments
from score_tenants
group by program, track, month, group_id
