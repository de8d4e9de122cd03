-- What does one more unit of each metric bring, and which five customers can provide it soonest?
-- **Grain:** one row per program x track x metric x provider (at most five), or one row without a customer where
-- nobody is near or the metric is entered by hand; as of the last complete month of the range.
-- Usage growth comes from paid licences nobody uses; the other metrics from customers one step away.
with asked as (
    select month
    from score_months
    where ($start is null or month >= $start) and ($end_before is null or month < $end_before)
    order by month desc
    limit 1
)

select
    lines.program,
    lines.track,
    lines.metric,
    lines.metric_name,
    lines.unit,
    lines.month,
    round(lines.max_points / lines.threshold, 4) as points_per_unit,
    coalesce(providers.providers_count, 0) as providers_count,
    providers.provider_rank,
    providers.tenant_id,
    named.name,
    named.account_manager,
    providers.step,
    providers.missing_count,
    case
        when providers.tenant_id is not null
            then round(least(lines.max_points, providers.gain_units * lines.max_points / lines.threshold), 4)
    end as points_worth
from score_lines as lines
inner join asked on lines.month = asked.month
left join providers
    on
        lines.program = providers.program
        and lines.track = providers.track
        and lines.counts = providers.counts
left join visible_customers as named on providers.tenant_id = named.tenant_id
where lines.option_position = 0
order by lines.program, lines.track, lines.metric_position, providers.provider_rank
