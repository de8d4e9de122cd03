-- Where does what Microsoft reported differ from what was expected, why, and how long can it be disputed?
-- Grain: tenant x workload x month x claim x family, a page of them. difference_usd = reported - expected (estimate);
-- days_left counts from the earning's date, or from the day the month was due, up to $dispute_days; without $today it
-- is unknown. By $sort_by the largest amount, the newest month, or of those that can still be disputed the one with
-- least time left comes first; among equals the larger difference.
with counted as (
    select count(*) as total_count
    from differences_in_order
),

shown as (
    select difference_no, sort_number
    from differences_in_order
    order by sort_number desc nulls last, difference_no asc
    limit $page_size offset $skip_rows
),

dated as (
    select
        d.*,
        cast(d.month + interval 1 month + $due_day * interval 1 day - interval 1 day as date) as due_on,
        s.sort_number
    from shown as s
    inner join incentive_differences as d on s.difference_no = d.difference_no
)

select
    d.tenant_id,
    v.name,
    v.account_manager,
    d.workload,
    d.month,
    d.claim_id,
    d.family,
    d.expected_usd,
    d.reported_usd,
    d.difference_usd,
    d.cause,
    d.refusal_codes,
    d.expected_units,
    d.reported_units,
    d.expected_rate,
    d.reported_rate,
    d.earned_on,
    d.due_on,
    d.rule_set,
    d.is_illustrative,
    cast(
        $dispute_days - date_diff('day', coalesce(d.earned_on, d.due_on), cast($today as date)) as bigint
    ) as days_left,
    n.total_count
from dated as d
inner join visible_customers as v on d.tenant_id = v.tenant_id
cross join counted as n
order by d.sort_number desc nulls last, d.difference_no asc
