-- Which months of usage have money beside them: estimated growth, milestone steps reached, money reported?
-- Grain: tenant x workload x month with any of it: a fifth of the ledger's months.
create table incentive_money as
select
    series_no,
    month,
    cast(sum(before_cents) as bigint) as before_cents,
    cast(sum(payable_cents) as bigint) as payable_cents,
    cast(sum(milestone_cents) as bigint) as milestone_cents,
    cast(sum(reported_usd) as decimal(18, 2)) as reported_usd,
    bool_or(is_cut) as is_cut
from (
    select
        series_no,
        month,
        before_cents,
        payable_cents,
        0 as milestone_cents,
        cast(null as decimal(18, 2)) as reported_usd,
        is_cut
    from incentive_amounts
    union all
    select series_no, reached_on, 0, 0, cast(100 * amount_usd as bigint), null, false
    from milestones
    where amount_usd > 0
    union all
    select series_no, month, 0, 0, 0, amount_usd, false
    from reported
    where series_no is not null and amount_usd is not null
) as every
group by series_no, month
order by series_no, month
