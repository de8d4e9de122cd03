-- The file's records as text with their ordinals, from 1 in the file's order.
-- Grain: one row a record. The engine keeps the order of insertion, so a record's place is its row's.
select
    rowid + 1 as ordinal,
    *
from raw_text
