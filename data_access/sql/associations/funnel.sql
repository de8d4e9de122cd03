-- How many claims stand in each state?
-- Grain: state that occurs, in the order a claim passes through them.
with counted as (
    select
        state,
        count(*) as claims_count,
        count(distinct tenant_id) as customers_count,
        min(state_since_on) as oldest_since_on
    from seen_claims
    group by state
)

select
    *,
    case state
        when 'Draft' then 1
        when 'Submitted' then 2
        when 'Under review' then 3
        when 'Partner action required' then 4
        when 'Approved' then 5
        when 'Rejected' then 6
        when 'Dispute' then 7
        else 8
    end as position
from counted
order by position
