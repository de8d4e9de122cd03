-- Why did associated workload users change from one month to the next?
-- Grain: tenant x workload x month of a change, kind newly_associated | expansion | contraction | lost.
-- Lost: missing although its source delivered that month; a return counts as expansion. The first month of all data
-- has nothing before it: what stands there is the first opening, kind `opening`.
create table bridge as
with counted as (
    select
        tenant_id,
        group_id,
        workload,
        month,
        coalesce(mau, 0) as mau,
        partner_id,
        source,
        lag(month) over series_months as previous_month,
        lag(coalesce(mau, 0)) over series_months as previous_mau,
        lag(source) over series_months as previous_source,
        lead(month) over series_months as following_month
    from ledger
    where is_associated and mau is not null
    window series_months as (partition by tenant_id, workload order by month)
),

begins as (
    select min(month) as first_month from months
),

with_delivery as (
    select
        c.*,
        d.next_month as delivered_next,
        p.next_month as previous_delivered_next
    from counted as c
    left join source_months as d on c.source = d.source and c.month = d.month
    left join source_months as p on c.previous_source = p.source and c.previous_month = p.month
),

changes as (
    select
        tenant_id,
        group_id,
        workload,
        month,
        partner_id,
        case
            when previous_month is null and month = first_month then 'opening'
            when previous_month is null then 'newly_associated'
            when previous_delivered_next < month then 'expansion'
            when mau >= previous_mau then 'expansion'
            else 'contraction'
        end as kind,
        case
            when previous_month is null then mau
            when previous_delivered_next < month then mau
            else abs(mau - previous_mau)
        end as users
    from with_delivery
    cross join begins
    union all
    select
        tenant_id,
        group_id,
        workload,
        delivered_next as month,
        partner_id,
        'lost' as kind,
        mau as users
    from with_delivery
    where delivered_next is not null and (following_month is null or delivered_next < following_month)
)

select * from changes where users > 0
