-- How much of a customer's users and licences was claimed within the year, and how much of it does not deploy?
-- **Grain:** one row per program x track x scored month (track_no) x tenant with such a claim.
-- A workload whose share was above the line when it was claimed is left out of deployments for that year.
-- A temporary step of the score marts.
create or replace temp table score_fresh as
with judged as (
    select
        counted.track_no,
        claims.customer_no,
        claims.users,
        claims.licences,
        claims.users_at_claim,
        100 * claims.judged_users_at_claim > counted.active_percent * claims.licences_at_claim as is_left_out
    from score_claims as claims
    inner join score_counted as counted
        on
            claims.month = counted.month
            and claims.workload = counted.workload
)

select
    track_no,
    customer_no,
    sum(users_at_claim) as users_at_claim,
    sum(case when is_left_out then users else 0 end) as left_out_users,
    sum(case when is_left_out then licences else 0 end) as left_out_licences,
    count(case when is_left_out then 1 end) as left_out_count
from judged
group by track_no, customer_no
