-- Claims as a claims list or another export names them.
-- Grain: claim x workload, the newest import that names it.
create table claim_list as
with ranked as (
    select
        r.*,
        coalesce(w.workload, r.workload_name) as workload,
        row_number() over (
            partition by r.claim_id, r.tenant_id, coalesce(w.workload, r.workload_name)
            order by r.import_rank desc, r.import_seq desc
        ) as place
    from claim_rows as r
    left join workload_spellings as w on r.workload_name = w.workload_name
)

select claim_id, claim_name, tenant_id, customer_name, workload, status, partner_id, submitted_on, decided_on
from ranked
where place = 1
