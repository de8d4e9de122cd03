-- Every customer at its latest month: what is ours, what is used, what is left.
-- Grain: tenant. MAU and PAU sum the associated workloads still reported (workload users); available workloads are
-- unknown without licence files. Sorting, searching and paging happen here, never in the browser.
with standing as (
    select
        s.tenant_id,
        max(s.last_month) as month,
        count(case when s.is_associated and s.is_current then 1 end) as associated_count,
        sum(case when s.is_associated and s.is_current then s.mau end) as mau,
        sum(case when s.is_associated and s.is_current then s.pau end) as pau,
        sum(case when s.is_associated and s.is_current and s.pau > 0 then s.mau end) as share_mau,
        sum(
            case when s.is_associated and s.is_current and s.pau > 0 and s.mau is not null then s.pau end
        ) as share_pau,
        sum(s.mau_change) as mau_change,
        sum(
            case
                when s.is_associated and s.is_current and s.prior_hwm is not null then greatest(0, s.pau - s.prior_hwm)
            end
        ) as opportunity_units,
        sum(case when s.is_associated and s.is_current then s.new_units end) as new_units
    from series as s
    inner join visible_customers as v on s.tenant_id = v.tenant_id
    where
        ($workloads is null or list_contains($workloads, s.workload))
        and ($locations is null or list_contains($locations, s.partner_id))
        and ($start is null or s.last_month >= $start)
        and ($end_before is null or s.first_month < $end_before)
    group by s.tenant_id
),

licensed as (
    select
        tenant_id,
        count(case when $workloads is null or list_contains($workloads, workload) then 1 end) as available_count
    from available
    group by tenant_id
),

joined as (
    select
        v.tenant_id,
        v.name,
        v.segment,
        v.country,
        v.account_manager,
        c.licences_count,
        c.size_band,
        s.month,
        coalesce(s.associated_count, 0) as associated_count,
        l.available_count,
        s.mau,
        s.pau,
        s.share_mau::double / nullif(s.share_pau, 0) as usage_share,
        s.mau_change,
        s.opportunity_units,
        s.new_units
    from visible_customers as v
    inner join customers as c on v.tenant_id = c.tenant_id
    left join standing as s on v.tenant_id = s.tenant_id
    left join licensed as l on v.tenant_id = l.tenant_id
    where
        $search is null
        or contains(lower(v.name), lower($search))
        or contains(lower(coalesce(v.domain, '')), lower($search))
        or v.tenant_id = lower($search)
),

keyed as (
    select
        *,
        case $sort_by
            when 'usage_share' then usage_share
            when 'mau' then mau
            when 'pau' then pau
            when 'mau_change' then mau_change
            when 'opportunity_units' then opportunity_units
            when 'new_units' then new_units
            when 'associated_count' then associated_count
            when 'licences_count' then licences_count
        end as sort_number,
        case when $sort_by = 'name' then lower(name) end as sort_text,
        count(*) over () as total_count
    from joined
),

ordered as (
    select
        *,
        row_number() over (
            order by
                case when $descending then sort_number end desc nulls last,
                case when not $descending then sort_number end asc nulls last,
                case when $descending then sort_text end desc nulls last,
                case when not $descending then sort_text end asc nulls last,
                tenant_id asc
        ) as place
    from keyed
),

shown as (
    select *
    from ordered
    where place > coalesce($skip_rows, 0) and ($page_size is null or place <= coalesce($skip_rows, 0) + $page_size)
),

trends as (
    select
        m.tenant_id,
        array_agg(m.mau order by m.month) as trend
    from customer_months as m
    inner join shown as s on m.tenant_id = s.tenant_id
    where m.month > (s.month - to_months(12))
    group by m.tenant_id
)

select
    s.tenant_id,
    s.name,
    s.segment,
    s.country,
    s.account_manager,
    s.licences_count,
    s.size_band,
    s.month,
    s.associated_count,
    s.available_count,
    s.mau::bigint as mau,
    s.pau::bigint as pau,
    s.usage_share,
    s.mau_change::bigint as mau_change,
    s.opportunity_units::bigint as opportunity_units,
    s.new_units::bigint as new_units,
    t.trend,
    s.total_count
from shown as s
left join trends as t on s.tenant_id = t.tenant_id
order by s.place
