-- Which customers of the whole book can provide each metric soonest, and of how many?
-- **Grain:** as eligibility/providers.
with asked as (
    select month
    from score_months
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
    order by month desc
    limit 1
)

select
    book.program,
    book.track,
    book.counts,
    book.provider_rank,
    book.tenant_id,
    book.step,
    book.missing_count,
    book.gain_units,
    book.providers_count
from book_providers as book
inner join asked on book.month = asked.month
