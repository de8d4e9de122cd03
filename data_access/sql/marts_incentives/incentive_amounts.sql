-- What growth rules pay for new units, and what of it the caps let through.
-- Grain: tenant x workload x month in which units are above the mark and no rule refuses them.
-- Money in whole cents: new units x rate, rounded half-even once. A rule set is a cap account per customer, or per
-- customer and workload: a new set opens a new balance. Where a cap runs out inside a month, what is left is shared
-- pro rata, odd cents to the largest remainders, then in order of workload.
create table incentive_amounts as
with multiplied as (
    select
        l.series_no,
        l.tenant_id,
        l.workload,
        l.month,
        l.new_units,
        l.partner_id,
        g.rule_set,
        g.rule_no,
        s.tenant_no,
        case when g.cap_scope = 'customer_workload' then l.series_no else s.tenant_no end as account_no,
        l.month = s.last_month as is_latest,
        g.cap_scope,
        g.rate_micros,
        g.cap_cents,
        l.new_units * g.rate_micros // 10000 as whole_cents,
        l.new_units * g.rate_micros % 10000 as rest
    from ledger as l
    inner join incentive_series as s on l.series_no = s.series_no
    inner join rule_growth as g on l.workload = g.workload and l.month >= g.start and l.month < g.end_before
    where
        l.new_units > 0
        and l.pau >= g.minimum_pau
        and (
            g.time_cap_months is null
            or date_diff('month', l.associated_on, l.month) < g.time_cap_months
        )
),

rounded as (
    select
        *,
        whole_cents + case when rest > 5000 or (rest = 5000 and whole_cents % 2 = 1) then 1 else 0 end as before_cents
    from multiplied
),

running as (
    select
        *,
        cast(
            sum(before_cents) over (partition by rule_no, account_no order by month) as bigint
        ) as so_far_cents
    from rounded
),

last_paying as (
    select
        rule_no,
        account_no,
        month,
        cast(sum(before_cents) as bigint) as wanted_cents,
        cast(max(cap_cents) - max(so_far_cents) + sum(before_cents) as bigint) as left_cents
    from running
    where so_far_cents > cap_cents
    group by rule_no, account_no, month
    having max(cap_cents) - max(so_far_cents) + sum(before_cents) > 0
),

divided as (
    select
        r.series_no,
        r.workload,
        r.month,
        r.rule_no,
        r.account_no,
        p.left_cents,
        p.wanted_cents,
        cast(r.before_cents as decimal(38, 0)) * p.left_cents as product,
        cast(r.before_cents as decimal(38, 0)) * p.left_cents % p.wanted_cents as remainder
    from running as r
    inner join last_paying as p
        on
            r.rule_no = p.rule_no
            and r.account_no = p.account_no
            and r.month = p.month
),

floored as (
    -- The remainder is exact, so the quotient is whole and round only takes the division's type back to integers.
    select *, cast(round((product - remainder) / wanted_cents) as bigint) as floor_cents
    from divided
),

shares as (
    select
        series_no,
        month,
        floor_cents
        + case
            when row_number() over served <= left_cents - sum(floor_cents) over same_month then 1
            else 0
        end as share_cents
    from floored
    window
        same_month as (partition by rule_no, account_no, month),
        served as (partition by rule_no, account_no, month order by remainder desc, workload asc)
)

select
    r.series_no,
    r.tenant_id,
    r.workload,
    r.month,
    r.partner_id,
    r.rule_set,
    r.rule_no,
    r.tenant_no,
    r.account_no,
    r.cap_scope,
    r.is_latest,
    r.cap_cents,
    r.rate_micros,
    r.new_units,
    r.before_cents,
    case
        when r.cap_cents is null or r.so_far_cents <= r.cap_cents then r.before_cents
        else cast(coalesce(s.share_cents, 0) as bigint)
    end as payable_cents,
    s.series_no is not null as is_cut
from running as r
left join shares as s on r.series_no = s.series_no and r.month = s.month
