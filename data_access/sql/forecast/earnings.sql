-- What will growth rules still pay to the end of the fiscal year?
-- **Grain:** one row for the viewer's whole book, none before the first forecast. An estimate by the rules in force,
-- path by path within the caps; the 80 % band comes from joint draws. Further filters do not narrow it.
with seen as (
    select count(*) as customers_count from visible_customers
)

select
    e.until_month,
    e.usd as forecast_usd,
    e.usd_lo as low_usd,
    e.usd_hi as high_usd
from forecast.earnings as e
cross join seen
where
    e.owner_kind = case
        when $sees_all then 'all'
        when $viewer_user is not null then 'account_manager'
        else 'team'
    end
    and e.owner = case
        when $sees_all then ''
        when $viewer_user is not null then $viewer_user
        else $viewer_team
    end
