-- How does adoption mature after an association?
-- Grain: association quarter x months since association. Usage share is sum over sum of the rows that know both.
with counted as (
    select
        l.associated_on,
        l.month,
        count(*) as series_count,
        sum(l.mau)::bigint as mau,
        sum(l.pau)::bigint as pau
    from ledger as l
    inner join visible_groups as g on l.group_id = g.group_id
    where
        l.is_associated
        and l.is_complete
        and l.mau is not null
        and l.pau > 0
        and ($start is null or l.month >= $start)
        and ($end_before is null or l.month < $end_before)
        and ($tenant is null or l.tenant_id = $tenant)
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
    group by l.associated_on, l.month
),

aged as (
    select
        date_trunc('quarter', associated_on)::date as cohort,
        date_diff('month', date_trunc('month', associated_on)::date, month) as months_since,
        series_count,
        mau,
        pau
    from counted
)

select
    cohort,
    months_since::bigint as months_since,
    sum(series_count)::bigint as series_count,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(mau)::double / sum(pau) as usage_share
from aged
where months_since between 0 and 36
group by cohort, months_since
order by cohort, months_since
