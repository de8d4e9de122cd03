-- Every case with the stratum it belongs to and what it turned out to be worth.
-- Grain: signal x tenant x workload x origin. source: whose report the usage is of. realised_cents: what the rules
-- paid for the growth that followed within the horizon, and for the next milestone where it was reached; null for
-- now.
create temp table signal_facts as
select
    c.signal,
    c.series_no,
    s.tenant_no,
    c.month,
    c.is_now,
    c.target_users,
    c.units,
    c.cents,
    c.is_reached,
    c.moved,
    c.line,
    c.distance,
    s.momentum,
    s.size_words,
    s.source,
    c.distance || ', ' || s.momentum || ', ' || s.size_words as stratum,
    s.is_associated,
    s.headroom_units,
    s.last_paid_month,
    case
        when not c.is_now
            then
                coalesce(least(greatest(0, s.future_units - s.mark) * s.rate_micros // 10000, s.payable_cents), 0)
                + case when s.future_percent >= s.next_percent then s.next_cents else 0 end
    end as realised_cents
from signal_cases as c
inner join signal_states as s on c.series_no = s.series_no and c.month = s.month
