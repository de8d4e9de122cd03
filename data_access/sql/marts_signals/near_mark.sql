-- Back near the mark: where did usage dip, and come close to its high-water mark again?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when usage grew by the step above the mark.
insert into signal_cases
select
    'near_mark',
    series_no,
    month,
    is_now,
    mark + greatest(step_units, 1),
    step_units,
    step_cents,
    case when not is_now then coalesce(future_units >= mark + greatest(step_units, 1), false) end,
    mark - mau,
    null,
    case when step_units = 0 then 'no seat left' else 'near the mark' end
from signal_states
where
    is_associated
    and mau < mark
    and mau >= $near_share * mark
    and least(mau_1, mau_2, mau_3, mau_4, mau_5, mau_6) <= $dip_share * mark
