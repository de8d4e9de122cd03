-- How does adoption mature after an association?
-- Grain: association quarter x months since association. Usage share is sum over sum of the rows that know both.
with counted as (
    select b.associated_month, b.month, b.workload, b.partner_id, b.series_count, b.mau, b.pau
    from book_cohorts as b
    cross join whole_book
    union all
    select
        date_trunc('month', l.associated_on)::date,
        l.month,
        l.workload,
        l.partner_id,
        count(*),
        sum(l.mau)::bigint,
        sum(l.pau)::bigint
    from ledger as l
    inner join narrowed_groups as g on l.group_id = g.group_id
    where
        l.is_associated
        and l.is_complete
        and l.mau is not null
        and l.pau > 0
        and ($tenant is null or l.tenant_id = $tenant)
    group by date_trunc('month', l.associated_on)::date, l.month, l.workload, l.partner_id
),

aged as (
    select
        date_trunc('quarter', associated_month)::date as cohort,
        date_diff('month', associated_month, month) as months_since,
        series_count,
        mau,
        pau
    from counted
    where
        ($start is null or month >= $start)
        and ($end_before is null or month < $end_before)
        and ($workloads is null or list_contains($workloads, workload))
        and ($locations is null or list_contains($locations, partner_id))
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
