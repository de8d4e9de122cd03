-- In which order do the differences of the whole book come?
-- Grain: tenant x workload x month x claim x family. The greatest sort_number first, then difference_no. By days_left:
-- of those that can still be disputed the one with least time left first; without $today nobody knows.
with book as (
    select * from incentive_differences
)

select
    d.difference_no,
    case $sort_by
        when 'month' then cast(date_diff('day', date '2000-01-01', d.month) as double)
        when 'expected_usd' then cast(d.expected_usd as double)
        when 'reported_usd' then cast(d.reported_usd as double)
        when 'days_left' then cast(-nullif(greatest(-1, $dispute_days - date_diff(
            'day',
            coalesce(
                d.earned_on,
                cast(d.month + interval 1 month + $due_day * interval 1 day - interval 1 day as date)
            ),
            cast($today as date)
        )), -1) as double)
    end as sort_number
from book as d
where
    (d.cause <> 'agrees' or $with_agreeing)
    and ($cause is null or d.cause = $cause)
    and ($start is null or d.month >= $start)
    and ($end_before is null or d.month < $end_before)
    and ($workloads is null or list_contains($workloads, d.workload))
    and ($locations is null or list_contains($locations, d.partner_id))
