-- Which associated workload users went missing although their source delivered the month?
-- Grain: tenant x workload x the first delivered month without the series. A return counts as expansion.
create table lost as
with rows_and_next as (
    select
        series_no,
        month,
        import_seq,
        lead(month) over (partition by series_no order by month) as following_month
    from ledger
    where is_associated and mau is not null
),

missed as (
    select r.series_no, r.month, d.next_month
    from rows_and_next as r
    inner join import_deliveries as d on r.import_seq = d.import_seq and r.month = d.month
    where d.next_month is not null and (r.following_month is null or d.next_month < r.following_month)
)

select
    l.tenant_id,
    l.group_id,
    l.workload,
    m.next_month as month,
    l.mau as users,
    l.partner_id
from missed as m
inner join ledger as l on m.series_no = l.series_no and m.month = l.month
