-- How does adoption mature after an association?
-- Grain: association quarter x months since association. Usage share is sum over sum of the rows that know both.
with counted as (
    select
        date_trunc('quarter', l.associated_on)::date as cohort,
        date_diff('month', date_trunc('month', l.associated_on)::date, l.month) as months_since,
        l.tenant_id,
        l.workload,
        l.mau,
        l.pau
    from ledger as l
    inner join visible_customers as v on l.tenant_id = v.tenant_id
    where
        l.is_associated
        and l.is_complete
        and l.mau is not null
        and l.pau > 0
        and ($start is null or l.month >= $start)
        and ($end_before is null or l.month < $end_before)
        and ($workloads is null or list_contains($workloads, l.workload))
        and ($locations is null or list_contains($locations, l.partner_id))
)

select
    cohort,
    months_since::bigint as months_since,
    count(*) as series_count,
    sum(mau)::bigint as mau,
    sum(pau)::bigint as pau,
    sum(mau)::double / sum(pau) as usage_share
from counted
where months_since between 0 and 36
group by cohort, months_since
order by cohort, months_since
