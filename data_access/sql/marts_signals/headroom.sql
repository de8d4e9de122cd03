-- Headroom: where are paid seats above the high-water mark that nobody has used yet?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when usage grew by the step above the mark.
insert into signal_cases
select
    'headroom',
    series_no,
    month,
    is_now,
    mark + step_units,
    step_units,
    step_cents,
    case when not is_now then coalesce(future_units >= mark + step_units, false) end,
    headroom_units,
    null,
    case
        when mau >= mark then 'at the mark'
        when mark - mau <= 0.05 * pau then 'near the mark'
        when mark - mau <= 0.15 * pau then 'below the mark'
        else 'far below the mark'
    end
from signal_states
where is_associated and headroom_units >= greatest($step_users, $headroom_share * pau)
