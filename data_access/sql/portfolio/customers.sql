-- Every customer at its latest month: what is ours, what is used, what is left.
-- Grain: tenant. MAU and PAU sum the associated workloads (workload users); available workloads are unknown
-- without licence files. Sorting, searching and paging happen here, never in the browser.
with standing as (
    select
        s.tenant_id,
        max(s.last_month) as month,
        count(*) filter (where s.is_associated) as associated_count,
        sum(s.mau) filter (where s.is_associated) as mau,
        sum(s.pau) filter (where s.is_associated) as pau,
        sum(case when s.is_associated and s.pau > 0 then s.mau end) as share_mau,
        sum(case when s.is_associated and s.pau > 0 and s.mau is not null then s.pau end) as share_pau,
        sum(case when s.is_associated then greatest(0, s.pau - greatest(coalesce(s.prior_hwm, 0), s.mau)) end)
            as opportunity_units,
        sum(case when s.is_associated then s.new_units end) as new_units
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
    select tenant_id, count(*) as available_count
    from available
    where $workloads is null or list_contains($workloads, workload)
    group by tenant_id
),

trend as (
    select
        p.tenant_id,
        list(p.mau order by p.month) as mau_12_months,
        max(case when p.back = 0 then p.mau end) as mau_now,
        max(case when p.back = 1 then p.mau end) as mau_month_ago
    from (
        select
            tenant_id,
            month,
            mau,
            row_number() over (partition by tenant_id order by month desc) - 1 as back
        from customer_months
    ) as p
    where p.back < 12
    group by p.tenant_id
),

joined as (
    select
        v.tenant_id,
        v.name as customer_name,
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
        t.mau_now - t.mau_month_ago as mau_change_units,
        s.opportunity_units,
        s.new_units,
        t.mau_12_months
    from visible_customers as v
    inner join customers as c on v.tenant_id = c.tenant_id
    left join standing as s on v.tenant_id = s.tenant_id
    left join licensed as l on v.tenant_id = l.tenant_id
    left join trend as t on v.tenant_id = t.tenant_id
    where
        $search is null
        or contains(lower(v.name), lower($search))
        or contains(lower(coalesce(v.domain, '')), lower($search))
        or v.tenant_id = lower($search)
),

ordered as (
    select
        *,
        count(*) over () as total_count,
        row_number() over (
            order by
                case when $descending then null else case $sort_by
                    when 'usage_share' then usage_share
                    when 'mau' then mau
                    when 'pau' then pau
                    when 'mau_change_units' then mau_change_units
                    when 'opportunity_units' then opportunity_units
                    when 'associated_count' then associated_count
                    when 'licences_count' then licences_count
                end end asc nulls last,
                case when $descending then case $sort_by
                    when 'usage_share' then usage_share
                    when 'mau' then mau
                    when 'pau' then pau
                    when 'mau_change_units' then mau_change_units
                    when 'opportunity_units' then opportunity_units
                    when 'associated_count' then associated_count
                    when 'licences_count' then licences_count
                end end desc nulls last,
                case when $sort_by = 'customer_name' and $descending then lower(customer_name) end desc nulls last,
                case when $sort_by = 'customer_name' and not $descending then lower(customer_name) end asc nulls last,
                tenant_id asc
        ) as place
    from joined
)

select
    tenant_id,
    customer_name,
    segment,
    country,
    account_manager,
    licences_count,
    size_band,
    month,
    associated_count,
    available_count,
    mau::bigint as mau,
    pau::bigint as pau,
    usage_share,
    mau_change_units::bigint as mau_change_units,
    opportunity_units::bigint as opportunity_units,
    new_units::bigint as new_units,
    mau_12_months,
    total_count
from ordered
where $page_size is null or (place > $skip_rows and place <= $skip_rows + $page_size)
order by place
