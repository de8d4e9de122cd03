-- Where will associated workload users be, in total?
-- **Grain:** month; known months and twelve ahead. The forecast is the sum of its parts, its 80 % band comes from joint
-- draws. It is there for everybody's, an account manager's or a team's book, narrowed to one workload or one segment;
-- for any other cut the sum of the parts stands without a band.
with known as (
    select b.month, sum(b.mau) as mau
    from by_group as b
    inner join visible_groups as g on b.group_id = g.group_id
    where
        b.is_associated
        and $tenant is null
        and ($start is null or b.month >= $start)
        and ($workloads is null or list_contains($workloads, b.workload))
        and ($locations is null or list_contains($locations, b.partner_id))
    group by b.month
),

parts as (
    select p.month, sum(p.mau) as mau, count(*) as series_count
    from forecast.paths as p
    inner join visible_customers as v on p.tenant_id = v.tenant_id
    inner join series as s on p.tenant_id = s.tenant_id and p.workload = s.workload
    where
        s.is_associated
        and ($workloads is null or list_contains($workloads, p.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
    group by p.month
),

bands as (
    select t.month, t.mau, t.mau_lo, t.mau_hi
    from forecast.totals as t
    where
        $tenant is null
        and $locations is null
        and $countries is null
        and t.owner_kind = case
            when not $sees_all and $viewer_user is not null then 'account_manager'
            when not $sees_all then 'team'
            when $managers is not null then 'account_manager'
            else 'all'
        end
        and t.owner = case
            when not $sees_all and $viewer_user is not null then $viewer_user
            when not $sees_all then $viewer_team
            when $managers is not null then $managers[1]
            else ''
        end
        and ($managers is null or (len($managers) = 1 and ($sees_all or $managers[1] = $viewer_user)))
        and t.workload = case when $workloads is null then '' else $workloads[1] end
        and ($workloads is null or (len($workloads) = 1 and $segments is null))
        and t.segment = case when $segments is null then '' else $segments[1] end
        and ($segments is null or (len($segments) = 1 and $workloads is null))
),

every_month as (
    select month from known
    union
    select month from parts
)

select
    e.month,
    k.mau::bigint as mau,
    round(p.mau)::bigint as forecast,
    round(b.mau_lo)::bigint as low,
    round(b.mau_hi)::bigint as high,
    p.series_count::bigint as series_count
from every_month as e
left join known as k on e.month = k.month
left join parts as p on e.month = p.month
left join bands as b on e.month = b.month
order by e.month
