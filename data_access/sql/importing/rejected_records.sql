-- Records of the file that are not well-formed: their number, what is wrong, and how they begin.
-- Grain: one row a malformed record.
select
    line,
    min(cast(error_type as varchar)) as error_type,
    min(left(csv_line, 200)) as csv_line
from reject_errors
group by line
order by line
