-- Which months did each usage source deliver, and which does it deliver next?
-- Grain: source x month.
create table source_months as
with delivered as (
    select i.source, u.month
    from usage as u
    inner join imports_live as i on u.import_seq = i.import_seq
    group by i.source, u.month
)

select
    source,
    month,
    lead(month) over (partition by source order by month) as next_month
from delivered
