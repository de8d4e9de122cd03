-- Which customers are one step from counting, and which step is it?
-- **Grain:** one row per program x track x what is counted x tenant x step, for the latest scored month.
-- Near means two thirds of the way: users towards the active share, licences towards the track's band. "claim":
-- an unclaimed workload has the licences, seen in another source's usage or in the licence files.
create or replace table score_steps as
with latest as (
    select
        score_tenants.*,
        cast(floor((score_tenants.active_percent * score_tenants.judged_licences + 99) / 100.0) as bigint)
            as needed_users
    from score_tenants
    inner join score_months on score_tenants.month = score_months.month
    where score_months.is_latest
),

tracks as (
    select
        score_tracks.*,
        coalesce(score_tracks.max_licences, 2147483647) as most_licences
    from score_tracks
    inner join score_months on score_tracks.month = score_months.month
    where score_months.is_latest
),

unclaimed as (
    select
        ledger.tenant_id,
        ledger.workload,
        ledger.pau as licences
    from ledger
    inner join score_months on ledger.month = score_months.month
    where score_months.is_latest and not ledger.is_associated and ledger.pau is not null
    union all
    select
        available.tenant_id,
        available.workload,
        available.seats as licences
    from available
    left join ledger
        on
            available.tenant_id = ledger.tenant_id
            and available.workload = ledger.workload
            and ledger.is_associated
            and ledger.month = (select max(month) from score_months)
    where ledger.tenant_id is null
),

claimable as (
    select
        tracks.program,
        tracks.track,
        tracks.month,
        unclaimed.tenant_id,
        unclaimed.workload,
        unclaimed.licences,
        row_number() over (
            partition by tracks.program, tracks.track, unclaimed.tenant_id
            order by unclaimed.licences desc, unclaimed.workload asc
        ) as size_rank
    from unclaimed
    inner join score_counted
        on
            unclaimed.workload = score_counted.workload
            and score_counted.counts_for_adds
    inner join tracks on score_counted.track_no = tracks.track_no
    where unclaimed.licences between tracks.min_licences and tracks.most_licences
)

select
    program,
    track,
    month,
    'deployments' as counts,
    tenant_id,
    'add-users' as step,
    cast(null as varchar) as workload,
    needed_users - judged_users as missing_count,
    judged_users as users,
    judged_licences as licences
from latest
where is_eligible and judged_licences > 0 and not is_deployed and 3 * judged_users >= 2 * needed_users
union all
select
    latest.program,
    latest.track,
    latest.month,
    'customers' as counts,
    latest.tenant_id,
    'add-licences' as step,
    cast(null as varchar) as workload,
    tracks.min_licences - latest.largest_licences as missing_count,
    latest.users,
    latest.largest_licences as licences
from latest
inner join tracks on latest.program = tracks.program and latest.track = tracks.track
where
    not latest.is_customer
    and latest.largest_licences < tracks.min_licences
    and 3 * latest.largest_licences >= 2 * tracks.min_licences
union all
select
    claimable.program,
    claimable.track,
    claimable.month,
    'customers' as counts,
    claimable.tenant_id,
    'claim' as step,
    claimable.workload,
    cast(1 as bigint) as missing_count,
    cast(null as bigint) as users,
    claimable.licences
from claimable
left join latest
    on
        claimable.program = latest.program
        and claimable.track = latest.track
        and claimable.tenant_id = latest.tenant_id
where claimable.size_rank = 1 and not coalesce(latest.is_customer, false)
