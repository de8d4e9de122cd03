-- Which claims do we have, and where does each stand?
-- Grain: claim. workloads: codes (or subscription IDs) in one text, separated by commas.
-- Claims on tenants that no file knows are seen by executives and admins, while nothing narrows to customers.
with seen_claims as (
    select
        c.*,
        v.name as customer_name,
        v.account_manager_id,
        v.account_manager,
        v.team
    from registry.claims as c
    left join visible_customers as v on c.tenant_id = v.tenant_id
    left join customers as k on c.tenant_id = k.tenant_id
    where
        (
            v.tenant_id is not null
            or (
                $sees_all
                and k.tenant_id is null
                and ($tenant is null or c.tenant_id = $tenant)
                and $segments is null
                and $countries is null
                and $managers is null
            )
        )
        and ($locations is null or list_contains($locations, c.location_id))
),

held as (
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
