-- Which claims do we have, and where does each stand?
-- Grain: claim. workloads: codes (or subscription IDs) in one text, separated by commas.
with held as (
    select
        claim_id,
        string_agg(workload, ',' order by workload) as workloads,
        count(*) as workloads_count
    from registry.claim_workloads
    group by claim_id
),

checked as (
    select
        form_id,
        sha256,
        open_count,
        row_number() over (partition by form_id, sha256 order by number desc) as recency
    from registry.poe_checks
),

listed as (
    select
        c.claim_id,
        c.form_id,
        c.claim_name,
        c.tenant_id,
        c.customer_name,
        c.account_manager_id,
        c.account_manager,
        c.team,
        c.solution_area,
        c.role,
        c.location_id,
        l.name as location_name,
        c.domain,
        c.opts_out_of_payment,
        c.state,
        c.state_since_on,
        c.filed_on,
        c.agreement_on,
        c.submitted_on,
        c.approved_on,
        c.rejected_on,
        c.was_disputed,
        c.claim_number,
        c.renewal_of,
        c.comments,
        c.is_acknowledged,
        c.poe_sha256,
        c.poe_acknowledged_on,
        h.open_count as open_findings_count,
        w.workloads,
        w.workloads_count,
        c.filed_by
    from seen_claims as c
    inner join held as w on c.claim_id = w.claim_id
    left join registry.locations as l on c.location_id = l.location_id
    left join checked as h on c.form_id = h.form_id and c.poe_sha256 = h.sha256 and h.recency = 1
)

select *
from listed
where
    ($claim_id is null or claim_id = $claim_id)
    and (
        $workloads is null
        or claim_id in (select claim_id from registry.claim_workloads where list_contains($workloads, workload))
    )
order by claim_id
