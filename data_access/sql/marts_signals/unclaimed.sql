-- Unclaimed workload: which paid workloads of a customer who is ours does no association cover?
-- Grain: tenant x workload x origin. Priced as if claimed. It worked out when usage grew by the step above the mark,
-- claimed or not: that is what a claim would have been paid for.
insert into signal_cases
with ours as (
    select distinct tenant_no, case when is_now then date '9999-12-01' else month end as read_at
    from signal_states
    where is_associated
)

select
    'unclaimed',
    s.series_no,
    s.month,
    s.is_now,
    s.mark + greatest(s.step_units, 1),
    s.step_units,
    s.step_cents,
    case when not s.is_now then coalesce(s.future_units >= s.mark + greatest(s.step_units, 1), false) end,
    s.pau,
    null,
    case
        when s.step_units = 0 then 'no seat left'
        when s.mau >= s.mark then 'at the mark'
        when s.mark - s.mau <= 0.05 * s.pau then 'near the mark'
        when s.mark - s.mau <= 0.15 * s.pau then 'below the mark'
        else 'far below the mark'
    end
from signal_states as s
inner join ours as o
    on s.tenant_no = o.tenant_no and case when s.is_now then date '9999-12-01' else s.month end = o.read_at
where not s.is_associated and s.pau > 0 and s.mau is not null
