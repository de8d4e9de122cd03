-- Which workload brought which users: then, now and at the claim?
-- **Grain:** one row per program x workload x tenant, for the latest scored month.
-- Only to narrow usage growth to chosen workloads; over all workloads it adds up to `score_tenants`.
create or replace table score_parts as
with program_workloads as (
    select distinct
        score_tracks.program,
        score_counted.month,
        score_counted.year_before,
        score_counted.workload
    from score_counted
    inner join score_tracks on score_counted.track_no = score_tracks.track_no
    inner join score_months on score_counted.month = score_months.month
    where score_months.is_latest
),

seen as (
    select
        program_workloads.program,
        program_workloads.month,
        facts.workload,
        facts.customer_no,
        coalesce(facts.users, 0) - coalesce(claims.users_at_claim, 0) as gained_users,
        0 as users_before
    from score_facts as facts
    inner join program_workloads
        on facts.month = program_workloads.month and facts.workload = program_workloads.workload
    left join score_claims as claims
        on
            facts.series_no = claims.series_no
            and facts.month = claims.month
    union all
    select
        program_workloads.program,
        program_workloads.month,
        facts.workload,
        facts.customer_no,
        0 as gained_users,
        coalesce(facts.users, 0) as users_before
    from score_facts as facts
    inner join program_workloads
        on facts.month = program_workloads.year_before and facts.workload = program_workloads.workload
)

select
    seen.program,
    seen.month,
    seen.workload,
    score_customers.tenant_id,
    cast(sum(seen.gained_users) as bigint) as gained_users,
    cast(sum(seen.users_before) as bigint) as users_before
from seen
inner join score_customers on seen.customer_no = score_customers.customer_no
group by seen.program, seen.month, seen.workload, score_customers.tenant_id
