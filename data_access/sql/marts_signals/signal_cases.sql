-- Where did a signal's situation hold, now or at an origin of the past?
-- Grain: signal x tenant x workload x origin. One file a signal fills it. target_users: where usage must get to;
-- cents: what that pays by the rules of the month, null where they name no amount; is_reached: whether it got there
-- within the horizon (unknown for now); moved: the signal's own number, in users, seats or licences.
create temp table signal_cases (
    signal varchar not null,
    series_no bigint not null,
    month date not null,
    is_now boolean not null,
    target_users bigint,
    units bigint,
    cents bigint,
    is_reached boolean,
    moved bigint,
    line bigint,
    distance varchar not null
)
