-- Every import, what it brought, and how much of it is believed.
-- Grain: import. replaced_count: facts it took over from an earlier import of the same source and as-of date.
create table import_log as
with shares as (
    select
        u.import_seq,
        count(*) filter (where u.place = 1) as facts_used,
        count(*) filter (where u.place > 1) as facts_superseded
    from usage as u
    group by u.import_seq
),

ties as (
    select w.import_seq, count(*) as replaced_count
    from usage as l
    inner join usage as w on l.series_no = w.series_no and l.month = w.month and l.place > 1
    inner join imports_live as wi on w.import_seq = wi.import_seq
    inner join imports_live as li on l.import_seq = li.import_seq
    where w.place = 1 and wi.source = li.source and wi.as_of_on = li.as_of_on
    group by w.import_seq
)

select
    i.*,
    coalesce(s.facts_used, 0) as facts_used,
    coalesce(s.facts_superseded, 0) as facts_superseded,
    coalesce(t.replaced_count, 0) as replaced_count
from imports_live as i
left join shares as s on i.import_seq = s.import_seq
left join ties as t on i.import_seq = t.import_seq
union all
select u.*, 0, 0, 0
from imports_undone as u
