-- Which metric of which track counts how, from which month on? Filled from `programs/*.toml`.
-- **Grain:** one row per program x track x metric x period of the rules.
create or replace table score_rules (
    program varchar not null,
    program_name varchar not null,
    track varchar not null,
    track_name varchar not null,
    metric varchar not null,
    metric_name varchar not null,
    category varchar not null,
    counts varchar not null,
    unit varchar not null,
    max_points decimal(9, 4) not null,
    line_points decimal(9, 4) not null,
    min_licences integer not null,
    max_licences integer,
    keeps_promoted boolean not null,
    active_percent integer,
    position integer not null,
    source varchar not null,
    effective_from date not null,
    effective_until date
)
