-- Why did the whole book's associated workload users change: what bridge_by_group holds, all customers together.
-- Grain: month x workload x partner location.
create table book_bridge as
select
    month,
    workload,
    partner_id,
    sum(opening)::bigint as opening,
    sum(newly_associated)::bigint as newly_associated,
    sum(expansion)::bigint as expansion,
    sum(contraction)::bigint as contraction,
    sum(lost)::bigint as lost
from bridge_by_group
group by month, workload, partner_id
order by month
