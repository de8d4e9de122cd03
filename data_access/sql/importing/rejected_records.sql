-- Records of the file that are not well-formed: their number, what is wrong, and how they read.
-- Grain: one row a malformed record.
select
    line,
    min(cast(error_type as varchar)) as error_type,
    min(csv_line) as csv_line
from reject_errors
group by line
order by line
