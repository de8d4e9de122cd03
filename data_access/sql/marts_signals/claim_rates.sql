-- How often is a claim approved in the end?
-- Grain: signal of claims whose outcome is an approval. Evidence: the decided claims of claims lists, whatever they
-- went through, since lists do not say how long each step took; the prior is the signal's.
create table claim_rates as
with decided as (
    select
        tenant_id,
        claim_id,
        min(case when status = 'Approved' then 1 else 0 end) as is_approved
    from claim_list
    where status in ('Approved', 'Rejected', 'Rejected final') and claim_id is not null
    group by tenant_id, claim_id
),

counted as (
    select
        count(*) as cases_count,
        coalesce(cast(sum(is_approved) as bigint), 0) as reached_count,
        count(distinct tenant_id) as customers_count
    from decided
)

select
    d.signal,
    c.cases_count,
    c.reached_count,
    c.customers_count,
    (c.reached_count + d.prior_share * $prior_cases) / (c.cases_count + $prior_cases) as base_share,
    case
        when c.cases_count >= $minimum_cases and c.customers_count >= $minimum_customers
            then (c.reached_count + d.prior_share * $prior_cases) / (c.cases_count + $prior_cases)
    end as probability
from counted as c
cross join signal_definitions as d
where d.signal in ('poe_ageing', 'claim_overdue')
