-- What did each customer have in a month, judged by a track's band and a program's workloads?
-- **Grain:** one row per program x track x scored month (track_no) x is_before x tenant; is_before marks the facts
-- of the year before that month. `fit` is 2 where a workload in the band makes a customer, 1 where it counts for
-- usage only, else 0. A temporary step of the score marts.
create or replace temp table score_sums as
with compared as (
    select *, month as facts_month, false as is_before from score_counted
    union all
    select *, year_before as facts_month, true as is_before from score_counted
)

select
    compared.track_no,
    compared.is_before,
    facts.customer_no,
    max(case
        when facts.licences not between compared.min_licences and compared.max_licences then 0
        when compared.counts_for_adds then 2
        else 1
    end) as fit,
    max(case when compared.counts_for_adds then facts.licences end) as largest_licences,
    coalesce(sum(facts.users), 0) as users,
    sum(facts.licences) as licences
from score_facts as facts
inner join compared on facts.month = compared.facts_month and facts.workload = compared.workload
group by compared.track_no, compared.is_before, facts.customer_no
