-- What a forecast holds, month by month ahead, per customer workload and rolled up.
create table paths (
    tenant_id varchar, workload varchar, month date, ahead bigint, mau double, mau_lo double, mau_hi double
);
create table planned (tenant_id varchar, workload varchar, month date, ahead bigint, pau double, mau double);
create table plan_paths (
    tenant_id varchar, workload varchar, planned_at timestamp, as_of date, month date, mau double, planned_mau double
);
create table evidence (
    tenant_id varchar, workload varchar, last_month date, months_count bigint, evidence varchar, note varchar
);
create table reach (
    tenant_id varchar, workload varchar, target varchar, step bigint, level double, probability_3 double,
    probability_6 double, probability_12 double, reached_on_earliest date, reached_on date, reached_on_latest date
);
create table totals (
    owner_kind varchar, owner varchar, workload varchar, segment varchar, month date, mau double, mau_lo double,
    mau_hi double, series_count bigint
);
create table earnings (owner_kind varchar, owner varchar, until_month date, usd double, usd_lo double, usd_hi double);
create table gains (
    owner_kind varchar, owner varchar, kind varchar, quarter date, amount double, amount_lo double, amount_hi double
);
create table track (
    kind varchar, restlessness varchar, ahead_from bigint, ahead_to bigint, coverage_share double, error_share double,
    naive_error_share double, evidence_count bigint
);
