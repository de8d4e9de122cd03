-- Just under a milestone: where is the next step of the milestone rules a few points away?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when usage reached the step.
insert into signal_cases
select
    'near_milestone',
    series_no,
    month,
    is_now,
    (next_percent * pau + 99) // 100,
    (next_percent * pau + 99) // 100 - mau,
    next_cents,
    case when not is_now then coalesce(future_percent >= next_percent, false) end,
    (next_percent * pau + 99) // 100 - mau,
    next_percent,
    case when 100 * mau >= (next_percent - 0.5 * $milestone_points) * pau then 'close' else 'within reach' end
from signal_states
where
    is_associated
    and next_percent is not null
    and 100 * mau < next_percent * pau
    and 100 * mau >= greatest(next_percent - $milestone_points, next_percent * $milestone_reached_share) * pau
