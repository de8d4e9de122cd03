-- What does each customer bring to each track, and what did it a year before?
-- **Grain:** one row per program x track x scored month x tenant.
-- A customer counts where one workload's paid licences lie in the track's band; then all its workloads count.
-- Growth counts from association on. The active share is users over licences, compared in integers.
create or replace table score_tenants as
with paired as (
    select
        coalesce(recent.track_no, earlier.track_no) as track_no,
        coalesce(recent.customer_no, earlier.customer_no) as customer_no,
        coalesce(recent.fit, 0) as fit,
        coalesce(earlier.fit, 0) as fit_before,
        recent.largest_licences,
        coalesce(recent.users, 0) as users,
        coalesce(recent.licences, 0) as licences,
        coalesce(earlier.users, 0) as users_before,
        coalesce(earlier.licences, 0) as licences_before
    from (select * from score_sums where not is_before) as recent
    full outer join (select * from score_sums where is_before) as earlier
        on recent.track_no = earlier.track_no and recent.customer_no = earlier.customer_no
),

claimed as (
    select
        paired.*,
        tracks.program,
        tracks.track,
        tracks.month,
        tracks.active_percent,
        coalesce(tracks.keeps_promoted and paired.largest_licences > tracks.max_licences, false) as is_promoted,
        coalesce(fresh.users_at_claim, 0) as users_at_claim,
        paired.users - coalesce(fresh.left_out_users, 0) as judged_users,
        paired.licences - coalesce(fresh.left_out_licences, 0) as judged_licences,
        coalesce(fresh.left_out_count, 0) as left_out_count
    from paired
    inner join score_tracks as tracks on paired.track_no = tracks.track_no
    left join score_fresh as fresh
        on paired.track_no = fresh.track_no and paired.customer_no = fresh.customer_no
),

eligible as (
    select
        *,
        fit = 2 or (is_promoted and fit_before = 2) as is_customer,
        fit > 0 or (is_promoted and fit_before > 0) as is_eligible,
        fit_before = 2 as was_customer,
        fit_before > 0 as was_eligible
    from claimed
)

select
    eligible.program,
    eligible.track,
    eligible.month,
    score_customers.tenant_id,
    score_customers.group_id,
    eligible.is_customer,
    eligible.was_customer,
    eligible.is_eligible,
    eligible.was_eligible,
    eligible.largest_licences,
    cast(eligible.users as bigint) as users,
    cast(eligible.licences as bigint) as licences,
    cast(eligible.users_before as bigint) as users_before,
    cast(eligible.users_at_claim as bigint) as users_at_claim,
    cast(
        case when eligible.is_eligible then eligible.users - eligible.users_at_claim else 0 end
        - case when eligible.was_eligible then eligible.users_before else 0 end
        as bigint
    ) as grown_users,
    cast(eligible.judged_users as bigint) as judged_users,
    cast(eligible.judged_licences as bigint) as judged_licences,
    cast(eligible.left_out_count as integer) as left_out_count,
    eligible.active_percent,
    eligible.is_eligible
    and eligible.judged_licences > 0
    and 100 * eligible.judged_users >= eligible.active_percent * eligible.judged_licences as is_deployed,
    eligible.was_eligible
    and eligible.licences_before > 0
    and 100 * eligible.users_before >= eligible.active_percent * eligible.licences_before as was_deployed
from eligible
inner join score_customers on eligible.customer_no = score_customers.customer_no
