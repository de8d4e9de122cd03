-- The usable records, typed. Its ordinal only tells a record from the others: their order is not the file's for sure.
-- Grain: one row a usable record.
create view checked as
select
    rowid as ordinal,
    *
from typed
where is_usable
