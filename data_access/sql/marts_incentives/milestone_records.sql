-- When usage first stood at each whole percentage it ever set a record with, among months that count.
-- Grain: milestone rule set x tenant x workload x month with a record.
-- Months below the set's minimum PAU do not count. A step's first month is the first record at or above it, so every
-- question about steps, also about steps that are only tried out, reads these few rows instead of the ledger.
create table milestone_records as
with counted as (
    select
        s.rule_set,
        l.tenant_id,
        l.workload,
        l.month,
        l.pau,
        l.is_associated,
        12 * (extract(year from l.month) - extract(year from l.associated_on))
        + extract(month from l.month) - extract(month from l.associated_on) as months_since,
        100 * l.mau // l.pau as percent
    from ledger as l
    inner join (
        select distinct rule_set, workload, minimum_pau
        from rule_milestone_periods
    ) as s on l.workload = s.workload and l.pau >= s.minimum_pau
    where l.mau is not null
),

compared as (
    select
        *,
        max(percent) over (
            partition by rule_set, tenant_id, workload
            order by month
            rows between unbounded preceding and 1 preceding
        ) as record
    from counted
)

select
    rule_set,
    tenant_id,
    workload,
    month,
    pau,
    percent,
    is_associated and months_since >= $first_paying_month_offset as is_paying,
    months_since
from compared
where percent > coalesce(record, -1)
