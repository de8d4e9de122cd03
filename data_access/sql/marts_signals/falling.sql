-- Falling: where did monthly users fall for two months or more?
-- Grain: tenant x workload x origin, claimed workloads. It worked out when usage was back where the fall began.
-- A fall is followed back for six months at most.
-- Being back pays nothing by itself: growth pays above the mark only. So the value is zero where rules are in force.
insert into signal_cases
select
    'falling',
    series_no,
    month,
    is_now,
    began_at,
    0,
    case when rate_micros is not null then 0 end,
    case when not is_now then coalesce(future_mau >= began_at, false) end,
    began_at - mau,
    months_count,
    case when began_at - mau <= 0.15 * began_at then 'a little' else 'a lot' end
from (
    select
        *,
        case months_count when 2 then mau_2 when 3 then mau_3 when 4 then mau_4 when 5 then mau_5 else mau_6 end
            as began_at
    from (
        select
            *,
            case
                when coalesce(mau_3 <= mau_2, true) then 2
                when coalesce(mau_4 <= mau_3, true) then 3
                when coalesce(mau_5 <= mau_4, true) then 4
                when coalesce(mau_6 <= mau_5, true) then 5
                else 6
            end as months_count
        from signal_states
        where is_associated and mau < mau_1 and mau_1 < mau_2
    ) as counted
) as fell
where began_at - mau >= greatest($step_users, $fall_share * began_at)
