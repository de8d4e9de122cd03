-- Empty staging tables, for facts no import speaks of; the others are read straight from their Parquet files.
create temp table no_usage_rows (
    tenant_id varchar, customer_name varchar, workload_name varchar, month date, mau bigint, pau bigint,
    enabled_users bigint, claim_id varchar, partner_id varchar, associated_on date, attribution varchar,
    is_duplicate boolean, segment varchar, country varchar, import_rank bigint, import_seq integer
);
create temp table no_customer_rows (
    tenant_id varchar, name varchar, domain varchar, segment varchar, country varchar, account_manager_id varchar,
    account_manager varchar, team varchar, is_own_file boolean, month date, import_rank bigint, import_seq integer
);
create temp table no_licence_rows (
    tenant_id varchar, month date, sku_key varchar, sku_name varchar, seats bigint, is_paid boolean,
    subscription_id varchar, import_rank bigint, import_seq integer
);
create temp table no_sku_plan_rows (
    sku_name varchar, sku_part_number varchar, sku_id varchar, plan_name varchar, import_rank bigint, import_seq integer
);
create temp table no_earning_rows (
    earning_id varchar, claim_id varchar, tenant_id varchar, customer_name varchar, workload_name varchar,
    program varchar, engagement varchar, lever varchar, earning_type varchar, participant_id varchar,
    transaction_on date, earning_on date, calculated_on date, quantity decimal(18, 2), quantity_type varchar,
    quantity_alt decimal(18, 2), quantity_alt_type varchar, baseline decimal(18, 2), baseline_type varchar,
    compensable_units decimal(18, 2), rate decimal(18, 6), amount decimal(18, 2), currency varchar,
    amount_usd decimal(18, 2), payment_status varchar, estimated_payment_month date, payment_id varchar,
    reason_code varchar, milestone varchar, import_rank bigint, import_seq integer
);
create temp table no_ineligible_rows (
    unearned_id varchar, tenant_id varchar, customer_name varchar, workload_name varchar, transaction_on date,
    reason varchar, mau bigint, pau bigint, amount_usd decimal(18, 2), engagement varchar, import_rank bigint,
    import_seq integer
);
create temp table no_claim_rows (
    claim_id varchar, claim_name varchar, tenant_id varchar, customer_name varchar, workload_name varchar,
    status varchar, partner_id varchar, submitted_on date, decided_on date, import_rank bigint, import_seq integer
);
