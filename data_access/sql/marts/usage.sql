-- What each import says of a tenant x workload x month, repeated rows merged, and which import is believed.
-- Grain: tenant x workload x month x import; place 1 is the fact, the others stay visible as the other sources' values.
-- Within one import, rows repeated per location or attribution carry the same values: the largest counts. Across
-- imports the highest import_rank wins. Copies (is_duplicate) give no value but do prove an association.
create table usage as
with numbered as (
    select
        t.tenant_no,
        w.workload,
        r.month,
        r.import_rank,
        r.import_seq,
        case when not r.is_duplicate then r.mau end as mau,
        case when not r.is_duplicate then r.pau end as pau,
        r.is_duplicate,
        r.attribution = 'CPOR' as is_cpor,
        r.claim_id,
        r.partner_id,
        r.associated_on
    from usage_rows as r
    inner join tenants as t on r.tenant_id = t.tenant_id
    inner join workload_spellings as w on r.workload_name = w.workload_name
),

merged as (
    select
        tenant_no,
        workload,
        month,
        import_rank,
        import_seq,
        max(mau) as mau,
        max(pau) as pau,
        bool_and(is_duplicate) as is_copy,
        bool_or(is_cpor) as is_cpor,
        max(case when is_cpor then claim_id end) as claim_id,
        min(case when is_cpor then partner_id end) as cpor_partner_id,
        min(partner_id) as any_partner_id,
        max(case when is_cpor then associated_on end) as associated_on
    from numbered
    group by tenant_no, workload, month, import_rank, import_seq
)

select
    tenant_no,
    workload,
    month,
    import_seq,
    import_rank,
    mau,
    pau,
    is_copy,
    bool_or(is_cpor) over (partition by tenant_no, workload, month) as is_cpor,
    first_value(associated_on) over by_evidence as associated_on,
    first_value(claim_id) over by_evidence as claim_id,
    coalesce(cpor_partner_id, any_partner_id) as partner_id,
    row_number() over (partition by tenant_no, workload, month order by is_copy, import_rank desc) as place
from merged
window
    by_evidence as (
        partition by tenant_no, workload, month
        order by case when claim_id is null and associated_on is null then 1 else 0 end, import_rank desc
    )
