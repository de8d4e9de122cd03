-- Which associated workload users went missing although their source delivered the month?
-- Grain: tenant x workload x the first delivered month without the series. A return counts as expansion.
create table lost as
with rows_and_next as (
    select
        l.tenant_id,
        l.group_id,
        l.workload,
        l.month,
        l.mau,
        l.partner_id,
        l.source,
        lead(l.month) over (partition by l.series_no order by l.month) as following_month
    from ledger as l
    where l.is_associated and l.mau is not null
)

select
    r.tenant_id,
    r.group_id,
    r.workload,
    d.next_month as month,
    r.mau as users,
    r.partner_id
from rows_and_next as r
inner join source_months as d on r.source = d.source and r.month = d.month
where d.next_month is not null and (r.following_month is null or d.next_month < r.following_month)
