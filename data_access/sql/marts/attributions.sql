-- Which associations do usage files name, and when did each last appear?
-- Grain: tenant x workload x Microsoft's claim number (null where the file names none).
-- is_latest: the one that the workload's last associated month names.
create table attributions as
with appearances as (
    select
        series_no,
        claim_id,
        max(month) as month
    from ledger
    where is_associated
    group by series_no, claim_id
),

last_seen as (
    select
        series_no,
        max(month) as month
    from appearances
    group by series_no
)

select
    l.tenant_id,
    l.workload,
    l.claim_id as claim_number,
    l.partner_id,
    l.associated_on,
    l.month,
    l.month = s.month as is_latest
from appearances as a
inner join ledger as l
    on a.series_no = l.series_no and a.month = l.month and a.claim_id is not distinct from l.claim_id
inner join last_seen as s on a.series_no = s.series_no
order by l.tenant_id, l.workload
