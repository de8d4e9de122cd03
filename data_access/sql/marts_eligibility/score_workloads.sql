-- Which workloads count towards a program, and do they make a customer? Filled from `programs/*.toml`.
-- **Grain:** one row per program x workload x period of the rules.
create or replace table score_workloads (
    program varchar not null,
    workload varchar not null,
    counts_for_adds boolean not null,
    effective_from date not null,
    effective_until date
)
