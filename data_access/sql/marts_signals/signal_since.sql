-- Since when does each present situation last?
-- Grain: signal x tenant x workload, now. Growth signals: since the mark was set; a milestone: since usage came within
-- reach of it; a fall: since the month it began in; seats and size: since three months ago; a cap: its last payment.
create temp table signal_since as
with present as (
    select f.signal, f.series_no, f.month, f.line, f.last_paid_month, s.mark, s.first_month
    from signal_facts as f
    inner join (
        select s.series_no, s.mark, l.first_month
        from signal_states as s
        inner join signal_series as l on s.series_no = l.series_no
        where s.is_now
    ) as s on f.series_no = s.series_no
    where f.is_now
),

looked as (
    select
        p.signal,
        p.series_no,
        min(case when l.mau >= p.mark then l.month end) as marked_month,
        max(
            case
                when
                    100 * l.mau
                    < greatest(p.line - $milestone_points, p.line * $milestone_reached_share) * l.pau
                    then l.month
            end
        ) as last_outside_month
    from present as p
    inner join ledger as l on p.series_no = l.series_no
    where p.signal in ('headroom', 'unclaimed', 'near_mark', 'near_milestone')
    group by p.signal, p.series_no
)

select
    p.signal,
    p.series_no,
    cast(
        case p.signal
            when 'falling' then p.month - to_months(cast(p.line as integer))
            when 'seats_grew' then p.month - to_months(3)
            when 'size_line' then p.month - to_months(3)
            when 'cap_nearly_used' then coalesce(p.last_paid_month, p.month)
            when 'near_milestone' then coalesce(l.last_outside_month + to_months(1), p.first_month)
            else coalesce(l.marked_month, p.first_month)
        end as date
    ) as since_month
from present as p
left join looked as l on p.signal = l.signal and p.series_no = l.series_no
