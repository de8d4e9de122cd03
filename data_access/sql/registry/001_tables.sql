-- The registry's tables: what people enter and decide, as opposed to what files say.
-- Migration 1. Applied once, in one transaction, when the registry is made.
-- Times (`_at`) are UTC. Columns that hold JSON are varchar and say so. No foreign keys: DuckDB refuses updates of
-- indexed columns on referenced tables; the writers check what they refer to inside the same transaction.

create table legal_names (
    name varchar primary key,
    position integer not null unique
);

create table locations (
    location_id varchar primary key,
    name varchar not null,
    country varchar not null check (length(country) = 2),
    currency varchar not null check (length(currency) = 3),
    status varchar not null
    check (status in ('not invited', 'invited', 'validating', 'action required', 'enrolled', 'expired')),
    enrolled_on date,
    enrolled_before date check (enrolled_before > enrolled_on),
    checked_on date
);

create table requirements_met (
    location_id varchar not null,
    requirement varchar not null,
    is_met boolean not null,
    note varchar not null default '',
    recorded_by varchar not null,
    recorded_at timestamp not null,
    primary key (location_id, requirement)
);

-- Work in progress; `form` is JSON without contacts. A form is filed at most once.
create table claim_drafts (
    form_id varchar primary key,
    tenant_id varchar,
    form varchar not null,
    revision integer not null check (revision > 0),
    started_by varchar not null,
    started_at timestamp not null,
    saved_by varchar not null,
    saved_at timestamp not null,
    filed_claim_id varchar unique,
    discarded_at timestamp
);

-- What the unfiled forms name, for the conflict radar; written with each save.
create table draft_workloads (
    form_id varchar not null,
    tenant_id varchar not null,
    workload varchar not null,
    primary key (form_id, workload)
);

-- Personal data lives here and nowhere else; an erased contact keeps its row without the person.
create table contacts (
    contact_id varchar primary key,
    form_id varchar not null,
    kind varchar not null check (kind in ('customer', 'partner')),
    name varchar,
    title varchar,
    email varchar,
    recorded_at timestamp not null,
    erased_at timestamp,
    erased_by varchar,
    unique (form_id, kind),
    check (erased_at is null or (name is null and title is null and email is null))
);

-- One row per claim. State and dates are the fold of claim_events, kept here for reading.
create table claims (
    claim_id varchar primary key,
    form_id varchar not null unique,
    solution_area varchar not null,
    role varchar not null,
    location_id varchar not null,
    claim_name varchar not null check (length(claim_name) > 0),
    tenant_id varchar not null,
    domain varchar not null,
    opts_out_of_payment boolean not null,
    agreement_on date,
    renewal_of varchar,
    state varchar not null check (
        state in (
            'Draft', 'Submitted', 'Under review', 'Partner action required', 'Approved', 'Rejected', 'Dispute',
            'Rejected final'
        )
    ),
    state_since_on date not null,
    filed_on date not null,
    submitted_on date,
    approved_on date,
    rejected_on date,
    was_disputed boolean not null,
    claim_number varchar unique,
    comments varchar not null default '',
    is_acknowledged boolean not null default false,
    poe_sha256 varchar,
    poe_acknowledged_on date,
    filed_by varchar not null,
    filed_at timestamp not null
);

-- What each claim holds: workload codes, or subscription IDs for Business Applications.
create table claim_workloads (
    claim_id varchar not null,
    tenant_id varchar not null,
    workload varchar not null,
    is_live boolean not null,
    renewal_of varchar,
    primary key (claim_id, workload)
);

-- One live claim per tenant and workload, and one live renewal per renewed claim.
create unique index one_live_claim on claim_workloads (
    (case when is_live then tenant_id || '/' || workload || '/' || coalesce(renewal_of, '') end)
);

-- Append-only. source is null for the first event.
create table claim_events (
    claim_id varchar not null,
    number integer not null check (number > 0),
    trigger varchar not null,
    actor varchar not null,
    source varchar,
    target varchar not null,
    happened_on date not null,
    reason varchar not null default '',
    document varchar,
    claim_number varchar,
    recorded_by varchar not null,
    recorded_at timestamp not null,
    primary key (claim_id, number),
    check ((source is null) = (number = 1)),
    check (
        source is null
        or source || ' > ' || target in (
            'Draft > Submitted',
            'Submitted > Under review',
            'Under review > Approved',
            'Under review > Partner action required',
            'Under review > Rejected',
            'Partner action required > Submitted',
            'Partner action required > Rejected',
            'Approved > Rejected',
            'Approved > Rejected final',
            'Rejected > Dispute',
            'Dispute > Approved',
            'Dispute > Rejected final'
        )
    )
);

-- Changes of a claim's fields while it may be edited; `changes` is JSON {field: [before, after]} without contacts.
create table claim_amendments (
    claim_id varchar not null,
    number integer not null check (number > 0),
    changes varchar not null,
    amended_by varchar not null,
    amended_at timestamp not null,
    primary key (claim_id, number)
);

create table receipts (
    receipt_id varchar primary key,
    form_id varchar not null unique,
    claim_id varchar not null unique,
    filed_by varchar not null,
    filed_at timestamp not null
);

-- Document metadata by content; the bytes are in the documents store.
create table documents (
    sha256 varchar primary key check (length(sha256) = 64),
    media_type varchar not null,
    size_bytes bigint not null check (size_bytes > 0),
    pages_count integer,
    stored_by varchar not null,
    stored_at timestamp not null
);

create table claim_documents (
    form_id varchar not null,
    sha256 varchar not null,
    file_name varchar not null,
    attached_by varchar not null,
    attached_at timestamp not null,
    removed_at timestamp,
    primary key (form_id, sha256)
);

-- `findings` is JSON: item, workload, verdict, why, quote, page.
create table poe_checks (
    form_id varchar not null,
    number integer not null check (number > 0),
    sha256 varchar not null,
    submission_on date not null,
    can_be_read boolean not null,
    open_count integer not null,
    acknowledged_on date,
    findings varchar not null,
    checked_by varchar not null,
    checked_at timestamp not null,
    primary key (form_id, number)
);

create table overrides (
    form_id varchar not null,
    sha256 varchar not null,
    item varchar not null,
    number integer not null check (number > 0),
    verdict varchar not null check (verdict in ('found', 'not found', 'unsure')),
    reason varchar not null check (length(trim(reason)) > 0),
    overridden_by varchar not null,
    overridden_at timestamp not null,
    primary key (form_id, sha256, item, number)
);

create table known_rivals (
    tenant_id varchar not null,
    workload varchar not null,
    partner varchar not null,
    noted_by varchar not null,
    noted_at timestamp not null,
    primary key (tenant_id, workload)
);

create table notes (
    note_id varchar primary key,
    tenant_id varchar not null,
    workload varchar,
    text varchar not null check (length(trim(text)) > 0),
    written_by varchar not null,
    written_at timestamp not null
);

create table opportunity_status (
    tenant_id varchar not null,
    workload varchar not null,
    status varchar not null check (status in ('new', 'accepted', 'in progress', 'won', 'dismissed')),
    owner varchar,
    reason varchar not null default '',
    note varchar not null default '',
    facts_key varchar,
    changed_by varchar not null,
    changed_at timestamp not null,
    primary key (tenant_id, workload),
    check (status <> 'dismissed' or length(trim(reason)) > 0)
);

create table opportunity_history (
    tenant_id varchar not null,
    workload varchar not null,
    number integer not null check (number > 0),
    status varchar not null,
    owner varchar,
    reason varchar not null default '',
    note varchar not null default '',
    facts_key varchar,
    changed_by varchar not null,
    changed_at timestamp not null,
    primary key (tenant_id, workload, number)
);

-- What an account manager plans for a customer's workload; shown beside the data-only forecast, never mixed.
create table plans (
    tenant_id varchar not null,
    workload varchar not null,
    target_share double check (target_share between 0 and 1),
    start_on date not null,
    reach_on date not null,
    licences_count bigint check (licences_count >= 0),
    note varchar not null default '',
    changed_by varchar not null,
    changed_at timestamp not null,
    primary key (tenant_id, workload),
    check (reach_on >= start_on)
);


-- account_manager_id and team are '' where the target is not theirs alone; quarter is its first day.
create table targets (
    account_manager_id varchar not null default '',
    team varchar not null default '',
    quarter date not null,
    kind varchar not null,
    amount decimal(18, 2) not null check (amount >= 0),
    recorded_by varchar not null,
    recorded_at timestamp not null,
    primary key (account_manager_id, team, quarter, kind)
);

create table disputes (
    dispute_id varchar primary key,
    earning_id varchar,
    claim_id varchar,
    tenant_id varchar,
    workload varchar,
    month date,
    raised_on date not null,
    ticket varchar not null default '',
    outcome varchar not null default 'open',
    outcome_on date,
    amount_usd decimal(18, 2),
    note varchar not null default '',
    recorded_by varchar not null,
    recorded_at timestamp not null
);

-- Score metrics that no file carries (certifications, other association types), by hand.
create table score_entries (
    program varchar not null,
    track varchar not null,
    metric varchar not null,
    actual double not null check (actual >= 0),
    valid_from date not null,
    valid_to date,
    note varchar not null default '',
    entered_by varchar not null,
    entered_at timestamp not null,
    primary key (program, track, metric, valid_from)
);

-- `mapping` is JSON {column of the file: field}.
create table column_mappings (
    header_key varchar primary key,
    format varchar not null,
    mapping varchar not null,
    saved_by varchar not null,
    saved_at timestamp not null
);

create table workload_names (
    spelling varchar primary key,
    workload varchar not null,
    named_by varchar not null,
    named_at timestamp not null
);

create table saved_views (
    view_id varchar primary key,
    user_name varchar not null,
    name varchar not null,
    page varchar not null,
    query varchar not null,
    saved_at timestamp not null,
    unique (user_name, name)
);

create table users (
    user_name varchar primary key,
    role varchar not null check (role in ('account-manager', 'sales-lead', 'executive', 'incentives-admin')),
    team varchar,
    is_active boolean not null default true,
    changed_by varchar not null,
    changed_at timestamp not null
);

-- Append-only: who did what to what. before and after are JSON and never hold personal data of customers.
create table audit (
    number bigint primary key,
    happened_at timestamp not null,
    who varchar not null,
    action varchar not null,
    entity varchar not null,
    entity_id varchar not null,
    before varchar,
    after varchar
);
