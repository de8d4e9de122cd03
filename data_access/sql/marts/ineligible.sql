-- Usage that earned nothing, and why.
-- Grain: unearned record x engagement (one usage record may be ineligible for several); the newest export's counts.
create table ineligible as
with ranked as (
    select
        *,
        row_number() over (
            partition by unearned_id, engagement, reason order by import_rank desc, import_seq desc
        ) as place,
        max(import_rank) over (partition by unearned_id, engagement) as newest_rank
    from ineligible_rows
)

select
    r.unearned_id,
    r.tenant_id,
    coalesce(w.workload, r.workload_name) as workload,
    date_trunc('month', r.transaction_on)::date as month,
    r.reason,
    r.mau,
    r.pau,
    r.amount_usd,
    r.engagement
from ranked as r
left join workload_spellings as w on r.workload_name = w.workload_name
where r.place = 1 and r.import_rank = r.newest_rank
