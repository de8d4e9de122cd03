-- Which association types can earn a metric, each at its own threshold? Filled from `programs/*.toml`.
-- **Grain:** one row per program x track x metric x association type x period of the rules.
-- `entry` names the hand entry that carries the option's actual; the first option's is the metric's own name.
create or replace table score_options (
    program varchar not null,
    track varchar not null,
    metric varchar not null,
    association_type varchar not null,
    threshold decimal(18, 4) not null,
    entry varchar not null,
    position integer not null,
    effective_from date not null
)
