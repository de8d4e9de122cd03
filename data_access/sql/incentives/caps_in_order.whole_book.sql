-- In which order do the caps of the whole book come?
-- Grain: cap account. The greatest sort_number first, then cap_no; a customer's own cap is seen from every workload.
with book as (
    select * from incentive_caps
)

select
    c.cap_no,
    case $sort_by
        when 'balance_usd' then c.payable_cents - c.cap_cents
        when 'used_usd' then c.payable_cents
        when 'cut_usd' then c.before_cents - c.payable_cents
    end as sort_number
from book as c
where
    ($workloads is null or c.workload is null or list_contains($workloads, c.workload))
