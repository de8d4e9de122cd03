-- Which import is believed on a tenant x workload x month?
-- Grain: tenant x workload x month x import; place 1 is the fact, the others stay visible as other sources' values.
-- Within one import, rows repeated per location or attribution carry the same values: the largest counts. Across
-- imports the highest import_rank wins. Copies (is_duplicate) give no value but do prove an association.
-- series_no numbers a tenant's workload: a million spellings of workload names have room in it.
-- Most keys have one row; only the others pay for merging and ranking (half the time at 1.8 M rows), and only series
-- that may have such keys pay for looking (a third of the rest). A bit a month tells them: a series with more rows than
-- bits repeats a month, or is longer than five years, where two months share a bit.
create temp table usage as
with keyed as (
    select
        t.tenant_no::bigint * 1000000 + w.workload_no as series_no,
        r.month,
        r.import_rank,
        r.import_seq,
        case when not r.is_duplicate then r.mau end as mau,
        case when not r.is_duplicate then r.pau end as pau,
        r.is_duplicate as is_copy,
        coalesce(r.attribution = 'CPOR', false) as is_cpor,
        r.claim_id,
        r.partner_id,
        r.associated_on
    from usage_rows as r
    inner join tenants as t on r.tenant_id = t.tenant_id
    inner join workload_spellings as w on r.workload_name = w.workload_name
),

suspected as (
    select series_no
    from keyed
    group by series_no
    having count(*) > bit_count(bit_or(1::bigint << ((year(month) * 12 + month(month)) % 60)))
),

repeated as (
    select series_no, month
    from keyed
    where series_no in (select series_no from suspected)
    group by series_no, month
    having count(*) > 1
),

merged as (
    select
        k.series_no,
        k.month,
        k.import_rank,
        k.import_seq,
        max(k.mau) as mau,
        max(k.pau) as pau,
        bool_and(k.is_copy) as is_copy,
        bool_or(k.is_cpor) as is_cpor,
        max(case when k.is_cpor then k.claim_id end) as claim_id,
        coalesce(min(case when k.is_cpor then k.partner_id end), min(k.partner_id)) as partner_id,
        max(case when k.is_cpor then k.associated_on end) as associated_on
    from keyed as k
    inner join repeated as r on k.series_no = r.series_no and k.month = r.month
    group by k.series_no, k.month, k.import_rank, k.import_seq
)

select
    k.series_no,
    k.month,
    k.import_rank,
    k.import_seq,
    k.mau,
    k.pau,
    k.is_copy,
    k.is_cpor,
    case when k.is_cpor then k.claim_id end as claim_id,
    k.partner_id,
    case when k.is_cpor then k.associated_on end as associated_on,
    1::bigint as place
from keyed as k
left join repeated as r on k.series_no = r.series_no and k.month = r.month
where r.series_no is null
union all
select
    series_no,
    month,
    import_rank,
    import_seq,
    mau,
    pau,
    is_copy,
    bool_or(is_cpor) over (partition by series_no, month) as is_cpor,
    first_value(claim_id) over by_evidence as claim_id,
    partner_id,
    first_value(associated_on) over by_evidence as associated_on,
    row_number() over (partition by series_no, month order by is_copy asc, import_rank desc, import_seq desc) as place
from merged
window
    by_evidence as (
        partition by series_no, month
        order by
            case when claim_id is null and associated_on is null then 1 else 0 end asc,
            import_rank desc,
            import_seq desc
    )
