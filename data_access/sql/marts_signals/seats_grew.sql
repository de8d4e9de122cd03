-- Seats grew, users did not: where were seats bought in the last three months, and usage stayed where it was?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when usage grew by the step above the mark.
insert into signal_cases
select
    'seats_grew',
    series_no,
    month,
    is_now,
    mark + greatest(step_units, 1),
    step_units,
    step_cents,
    case when not is_now then coalesce(future_units >= mark + greatest(step_units, 1), false) end,
    pau - pau_3,
    null,
    case when mau >= mark then 'at the mark' else 'below the mark' end
from signal_states
where
    is_associated
    and pau - pau_3 >= greatest($step_users, $seats_share * pau_3)
    and mau - mau_3 <= $still_share * mau_3
