-- Every workload name any file uses.
-- Grain: spelling.
select workload_name from usage_rows where workload_name is not null
union
select workload_name from earning_rows where workload_name is not null
union
select workload_name from ineligible_rows where workload_name is not null
union
select workload_name from claim_rows where workload_name is not null
