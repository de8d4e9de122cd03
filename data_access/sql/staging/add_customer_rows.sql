-- The customer facts of one import, with the import's rank.
insert into customer_rows by name
select *, $import_rank as import_rank, $import_seq as import_seq
from read_parquet($file)
