-- What was the highest MAU before an association's month?
-- Grain: tenant x workload x association month, where a month before it has a fact. The engine cannot guess from the
-- query how few these are, and as a part of the ledger's it built its hash table on the ledger's side.
create temp table association_starts as
with facts as (
    select
        series_no,
        month,
        mau,
        is_cpor,
        case when is_cpor then date_trunc('month', associated_on)::date end as associated_month
    from usage
    where place = 1 and not is_copy
),

first_seen as (
    select series_no, min(month) as cpor_since
    from facts
    where is_cpor and associated_month is null
    group by series_no
),

claims as (
    select distinct
        f.series_no,
        coalesce(f.associated_month, c.cpor_since) as counts_from_month
    from facts as f
    left join first_seen as c on f.series_no = c.series_no
    where f.is_cpor
)

select c.series_no, c.counts_from_month, max(f.mau) as starting_hwm
from claims as c
inner join facts as f on c.series_no = f.series_no and c.counts_from_month > f.month
group by c.series_no, c.counts_from_month
