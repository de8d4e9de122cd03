-- How does adoption mature after an association?
-- Grain: association quarter x months since association. Usage share is sum over sum of the rows that know both.
with aged as (
    select
        date_trunc('quarter', associated_month)::date as cohort,
        date_diff('month', associated_month, month) as months_since,
        series_count,
        mau,
        pau
    from maturing
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
