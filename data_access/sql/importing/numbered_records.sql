-- The file's records as text with their ordinals, from 1 in the file's order.
-- Grain: one row a record. Numbering makes the reader use one thread only: only where a record is refused.
select
    row_number() over () as ordinal,
    *
from raw
