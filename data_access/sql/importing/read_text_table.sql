-- Every record of a delimited file as text, in the file's order; malformed records go to reject_errors.
-- Grain: one row a record. A number of its own for each record would make the reader use one thread only.
select *
from read_csv(
    $file,
    auto_detect = false,
    header = false,
    skip = $header_line,
    delim = $delimiter,
    quote = '"',
    escape = '"',
    columns = $columns,
    store_rejects = true,
    rejects_limit = 0,
    max_line_size = $longest_line
)
