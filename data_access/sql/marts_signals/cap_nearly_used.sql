-- Cap nearly used: where is little left of what the growth rules pay for a customer and workload?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when growth used up the rest.
insert into signal_cases
select
    'cap_nearly_used',
    series_no,
    month,
    is_now,
    mark + rest_units,
    rest_units as units,
    least(payable_cents, headroom_units * rate_micros // 10000),
    case when not is_now then coalesce(future_units >= mark + rest_units, false) end,
    rest_units as moved,
    null,
    case when mau >= mark then 'at the mark' else 'below the mark' end
from (
    select *, (10000 * balance_cents + rate_micros - 1) // rate_micros as rest_units
    from signal_states
    where is_associated and rate_micros > 0 and balance_cents > 0 and balance_cents <= $cap_left_share * cap_cents
) as capped
