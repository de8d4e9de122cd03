-- Crossing a size line: whose size nears, or crossed within three months, 11, 150 or 300 paid licences?
-- Grain: tenant x origin, carried by the workload with most seats; of several lines the highest. Size is the most paid
-- seats of any one workload; licence files know the present only, so both sides of a crossing come from usage. Where a
-- line is the smallest size that milestone rules pay for, crossing it pays the steps that usage has reached.
-- Sizes are grouped and only the few that cross a line look for their workload: ranking every state took more than
-- twice as long.
insert into signal_cases
with states as (
    select
        *,
        case when is_now then date '9999-12-01' else month end as read_at
    from signal_states
),

sized as (
    select
        tenant_no,
        read_at,
        max(pau) as size,
        max(pau_3) as size_3,
        max(future_pau) as future_size
    from states
    group by tenant_no, read_at
),

lines as (
    select 11 as line
    union all
    select 150
    union all
    select 300
),

crossed as (
    select
        s.*,
        l.line,
        case
            when s.size < l.line and s.size_3 >= l.line then 'crossed down'
            when s.size < l.line then 'nearing'
            else 'crossed'
        end as crossing
    from sized as s
    inner join lines as l
        on
            (s.size < l.line and (s.size >= $line_share * l.line or s.size_3 >= l.line))
            or (s.size >= l.line and s.size_3 < l.line)
),

carried as (
    select
        s.series_no,
        s.month,
        s.is_now,
        s.mau,
        s.pau,
        s.is_associated,
        s.milestone_rule_set,
        c.future_size,
        c.line,
        c.crossing,
        row_number() over (partition by c.tenant_no, c.read_at order by c.line desc, s.series_no asc) as place
    from crossed as c
    inner join states as s on c.tenant_no = s.tenant_no and c.read_at = s.read_at and c.size = s.pau
),

crossing as (
    select *
    from carried
    where place = 1
),

paying as (
    select c.series_no, c.month, c.is_now, c.line, sum(l.cents) as cents
    from crossing as c
    inner join signal_ladder as l
        on
            c.milestone_rule_set = l.rule_set
            and c.line = l.minimum_pau
            and c.line >= l.from_pau
            and c.line < l.below_pau
            and 100 * c.mau >= l.step * c.line
    where c.pau < c.line and c.is_associated
    group by c.series_no, c.month, c.is_now, c.line
)

select
    'size_line',
    c.series_no,
    c.month,
    c.is_now,
    null,
    abs(c.line - c.pau),
    cast(p.cents as bigint),
    case when not c.is_now then coalesce(c.future_size >= c.line, false) end,
    c.pau - c.line,
    c.line,
    c.crossing
from crossing as c
left join paying as p
    on c.series_no = p.series_no and c.month = p.month and c.is_now = p.is_now and c.line = p.line
