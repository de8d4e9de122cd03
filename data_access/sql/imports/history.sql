-- What was imported, by whom, and how much of it is believed?
-- Grain: import, undone ones too. Everybody may see where numbers come from; names of customers are not among it.
with imports as (
    select * from import_log
)

select
    l.import_id,
    l.imported_at,
    l.imported_by,
    l.file_name,
    l.sha256,
    l.title,
    l.source,
    l.as_of_on,
    l.as_of_basis,
    l.first_month,
    l.last_month,
    l.rows_read,
    l.rows_kept,
    l.rows_refused,
    l.facts_used::bigint as facts_used,
    l.facts_superseded::bigint as facts_superseded,
    l.replaced_count::bigint as replaced_count,
    l.undone_at,
    l.undone_by
from imports as l
order by l.imported_at desc, l.import_seq desc, l.import_id asc
