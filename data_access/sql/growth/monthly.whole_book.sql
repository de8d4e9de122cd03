-- What adds up to the adoption of the whole book?
-- Grain: month x workload x partner location x is_associated, hundreds of rows; by customer group too where it is split
-- by what tells customers apart.
with grouped as (
    select group_id, segment, country, account_manager, team
    from groups
    where $slice_by in ('segment', 'country', 'account_manager', 'team')
)

select
    month,
    workload,
    partner_id,
    is_associated,
    mau,
    pau,
    share_mau,
    share_pau,
    new_units,
    new_units_known_count,
    null as segment,
    null as country,
    null as account_manager,
    null as team
from book_months
where $slice_by in ('all', 'workload', 'location')
union all
select
    b.month,
    b.workload,
    b.partner_id,
    b.is_associated,
    b.mau,
    b.pau,
    b.share_mau,
    b.share_pau,
    b.new_units,
    b.new_units_known_count,
    g.segment,
    g.country,
    g.account_manager,
    g.team
from by_group as b
inner join grouped as g on b.group_id = g.group_id
