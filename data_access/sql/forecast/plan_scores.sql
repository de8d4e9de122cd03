-- Which came closer to what happened: the plan, or the forecast from the data alone?
-- **Grain:** tenant x workload x plan as it was saved. Both paths are those of the first forecast after the plan was
-- saved; errors are mean absolute differences in users over the complete months that came since, none yet: null. mau,
-- planned_mau and forecast_mau stand at the last of them.
with came as (
    select
        p.tenant_id,
        v.name,
        p.workload,
        p.planned_at,
        p.as_of,
        p.month,
        p.planned_mau,
        p.mau as forecast_mau,
        l.mau
    from forecast.plan_paths as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    left join ledger as l
        on
            p.tenant_id = l.tenant_id
            and p.workload = l.workload
            and p.month = l.month
            and l.is_complete
    where $workloads is null or list_contains($workloads, p.workload)
),

scored as (
    select
        tenant_id,
        max(name) as name,
        workload,
        planned_at,
        max(as_of) as as_of,
        count(mau) as months_count,
        max(case when mau is not null then month end) as last_month,
        avg(abs(mau - planned_mau)) as plan_error_users,
        avg(abs(mau - forecast_mau)) as forecast_error_users
    from came
    group by tenant_id, workload, planned_at
)

select
    s.tenant_id,
    s.name,
    s.workload,
    s.planned_at,
    s.as_of,
    s.months_count,
    s.last_month,
    c.mau::bigint as mau,
    round(c.planned_mau)::bigint as planned_mau,
    round(c.forecast_mau)::bigint as forecast_mau,
    s.plan_error_users,
    s.forecast_error_users,
    case
        when s.months_count = 0 then null
        when s.plan_error_users < s.forecast_error_users then 'the plan'
        when s.plan_error_users > s.forecast_error_users then 'the data alone'
        else 'both alike'
    end as closer
from scored as s
left join came as c
    on
        s.tenant_id = c.tenant_id
        and s.workload = c.workload
        and s.planned_at = c.planned_at
        and s.last_month = c.month
order by s.tenant_id asc, s.workload asc, s.planned_at desc
