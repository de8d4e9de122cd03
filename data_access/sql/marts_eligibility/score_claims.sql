-- What did the workloads claimed within a year look like when they were claimed?
-- **Grain:** one row per tenant x workload x scored month less than a year after the claim.
-- The reading at a claim is the last complete month before the association month, else the first one known from
-- then on. A temporary step of the score marts.
create or replace temp table score_claims as
with fresh as (
    select
        facts.series_no,
        facts.customer_no,
        facts.workload,
        facts.month,
        facts.users,
        facts.licences,
        facts.claimed_month
    from score_facts as facts
    inner join score_months on facts.month = score_months.month
    left join score_facts as earlier
        on facts.series_no = earlier.series_no and score_months.year_before = earlier.month
    where facts.claimed_month > score_months.year_before and earlier.series_no is null
),

claims as (
    select distinct
        series_no,
        claimed_month
    from fresh
),

readings as (
    select
        claims.series_no,
        claims.claimed_month,
        coalesce(
            max_by(ledger.mau, ledger.month) filter (where ledger.month < claims.claimed_month),
            min_by(ledger.mau, ledger.month)
        ) as users_at_claim,
        coalesce(
            max_by(ledger.pau, ledger.month) filter (where ledger.month < claims.claimed_month),
            min_by(ledger.pau, ledger.month)
        ) as licences_at_claim
    from claims
    inner join ledger on claims.series_no = ledger.series_no
    where ledger.is_complete and ledger.mau is not null and ledger.pau is not null
    group by claims.series_no, claims.claimed_month
)

select
    fresh.series_no,
    fresh.customer_no,
    fresh.workload,
    fresh.month,
    coalesce(fresh.users, 0) as users,
    fresh.licences,
    case when fresh.users is not null then readings.users_at_claim else 0 end as users_at_claim,
    readings.users_at_claim as judged_users_at_claim,
    readings.licences_at_claim
from fresh
inner join readings on fresh.series_no = readings.series_no and fresh.claimed_month = readings.claimed_month
