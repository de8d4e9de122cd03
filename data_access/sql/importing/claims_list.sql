-- Claims, one row for each workload a claim's cell names.
-- Grain: claim x workload.
select
    claim_id,
    claim_name,
    tenant_id,
    customer_name,
    trim(part.name, ' ' || chr(9) || chr(160)) as workload_name,
    status,
    partner_id,
    submitted_on,
    decided_on
from checked
cross join unnest(regexp_split_to_array(workload_name, '[;|,\n\r]+')) as part (name)
where trim(part.name, ' ' || chr(9) || chr(160)) <> ''
