-- Every customer at its latest month, a page of them: how it stands, what is next, and how its claims stand.
-- Grain: tenant. The nearest step, the claims and the trend are looked up for the rows shown alone. Sorting, searching
-- and paging happen here, never in the browser. claim_state: of several claims the one that most needs somebody.
with keyed as (
    select
        e.*,
        case $sort_by
            when 'usage_share' then e.usage_share
            when 'mau' then e.mau
            when 'pau' then e.pau
            when 'mau_change' then e.mau_change
            when 'opportunity_units' then e.opportunity_units
            when 'new_units' then e.new_units
            when 'potential_usd' then e.potential_usd
            when 'open_signals' then e.open_signals
            when 'associated_count' then e.associated_count
            when 'licences_count' then e.licences_count
        end as sort_number,
        case when $sort_by = 'name' then lower(e.name) end as sort_text,
        count(*) over () as total_count
    from each_customer as e
    where
        $search is null
        or contains(lower(e.name), lower($search))
        or contains(lower(coalesce(e.domain, '')), lower($search))
        or e.tenant_id = lower($search)
),

directed as (
    select
        *,
        case when $descending then sort_number end as falling_number,
        case when not $descending then sort_number end as rising_number,
        case when $descending then sort_text end as falling_text,
        case when not $descending then sort_text end as rising_text
    from keyed
),

shown as (
    select *
    from directed
    order by
        falling_number desc nulls last,
        rising_number asc nulls last,
        falling_text desc nulls last,
        rising_text asc nulls last,
        tenant_id asc
    limit $page_size offset coalesce($skip_rows, 0)
),

trends as (
    select
        m.tenant_id,
        array_agg(m.mau order by m.month) as trend
    from customer_months as m
    inner join shown as s on m.tenant_id = s.tenant_id
    where m.month > (s.month - to_months(12))
    group by m.tenant_id
),

nearest as (
    select
        p.tenant_id,
        p.workload,
        p.next_step,
        p.users_to_next,
        row_number() over (partition by p.tenant_id order by p.users_to_next, p.workload) as place
    from portfolio_steps as p
    inner join shown as s on p.tenant_id = s.tenant_id
    where $workloads is null or list_contains($workloads, p.workload)
),

claimed as (
    select
        c.tenant_id,
        c.state,
        count(*) over (partition by c.tenant_id) as claims_count,
        row_number() over (
            partition by c.tenant_id
            order by
                case c.state
                    when 'Partner action required' then 1
                    when 'Rejected' then 2
                    when 'Draft' then 3
                    when 'Dispute' then 4
                    when 'Under review' then 5
                    when 'Submitted' then 6
                    when 'Approved' then 7
                    else 8
                end,
                c.claim_id
        ) as place
    from registry.claims as c
    inner join shown as s on c.tenant_id = s.tenant_id
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
    s.associated_count::bigint as associated_count,
    s.available_count,
    s.mau::bigint as mau,
    s.pau::bigint as pau,
    s.usage_share,
    s.usage_percentile,
    s.mau_change::bigint as mau_change,
    s.opportunity_units::bigint as opportunity_units,
    s.new_units::bigint as new_units,
    s.potential_usd::decimal(18, 2) as potential_usd,
    s.open_signals::bigint as open_signals,
    n.workload as next_workload,
    n.next_step,
    n.users_to_next,
    c.state as claim_state,
    c.claims_count,
    t.trend,
    s.total_count
from shown as s
left join trends as t on s.tenant_id = t.tenant_id
left join nearest as n on s.tenant_id = n.tenant_id and n.place = 1
left join claimed as c on s.tenant_id = c.tenant_id and c.place = 1
order by
    s.falling_number desc nulls last,
    s.rising_number asc nulls last,
    s.falling_text desc nulls last,
    s.rising_text asc nulls last,
    s.tenant_id asc
