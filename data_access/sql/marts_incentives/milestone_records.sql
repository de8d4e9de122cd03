-- When usage first stood at each whole percentage it ever set a record with, among months that count.
-- Grain: milestone rule set x series x month with a record.
-- Months below the set's minimum PAU do not count. A step's first month is the record at or above it whose
-- record_before (-1: none) lies below it, so every question about steps, also about steps that are only tried out,
-- reads these few rows instead of the ledger.
create table milestone_records as
with counted as (
    select
        p.rule_set,
        l.series_no,
        l.month,
        l.pau,
        l.associated_on,
        l.is_associated,
        100 * l.mau // l.pau as percent
    from ledger as l
    inner join (
        select distinct rule_set, workload, minimum_pau
        from rule_milestone_periods
    ) as p on l.workload = p.workload and l.pau >= p.minimum_pau
    where l.mau is not null
),

compared as (
    select
        *,
        coalesce(
            max(percent) over (
                partition by rule_set, series_no
                order by month
                rows between unbounded preceding and 1 preceding
            ),
            -1
        ) as record_before
    from counted
),

records as (
    select
        *,
        date_diff('month', associated_on, month) as months_since
    from compared
    where percent > record_before
)

select
    rule_set,
    series_no,
    month,
    pau,
    percent,
    record_before,
    is_associated and months_since >= $first_paying_month_offset as is_paying,
    months_since
from records
