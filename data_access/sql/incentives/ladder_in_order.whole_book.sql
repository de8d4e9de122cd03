-- In which order do the workloads of the whole book come on their ladder?
-- Grain: tenant x workload. The greatest sort_number first, then the fewest users to the next step, then series_no.
with book as (
    select * from incentive_position
)

select
    p.series_no,
    p.users_to_next,
    case $sort_by
        when 'next_value_usd' then cast(p.next_value_usd as double)
        when 'potential_usd' then case when p.is_current then cast(p.potential_usd as double) end
        when 'usage_share' then p.usage_share
        when 'mau' then cast(p.mau as double)
    end as sort_number
from book as p
where
    ($workloads is null or list_contains($workloads, p.workload))
    and ($locations is null or list_contains($locations, p.partner_id))
    and ($step_group is null or p.step_group = $step_group)
    and (not $with_headroom or (p.is_current and p.potential_usd > 0))
