-- ===== What this database was begun for: demonstration and real data never meet =====
create table core.installation (
    id       integer                     not null,
    kind     varchar(10)                 not null,
    begun_at timestamp(6) with time zone not null,
    constraint installation_pk primary key (id),
    constraint installation_one check (id = 1)
);

-- Fingerprints of the keys in use, so that a node with other keys stops instead of writing what nobody can read.
create table core.key_check (
    purpose     varchar(20)                 not null,
    key_id      varchar(20)                 not null,
    fingerprint varchar(64)                 not null,
    seen_at     timestamp(6) with time zone not null,
    constraint key_check_pk primary key (purpose, key_id)
);

-- ===== Organisations =====
create table core.organisation (
    id         uuid                        not null,
    type       varchar(20)                 not null,
    name       varchar(200)                not null,
    -- The name as it is compared: normalised, lower case.
    name_key   varchar(200)                not null,
    parent_id  uuid,
    -- Ids from the city down to this one, each followed by a slash.
    path       varchar(1000)               not null,
    district   varchar(6),
    suburban   boolean                     not null,
    valid_from date,
    valid_to   date,
    updated_at timestamp(6) with time zone not null,
    updated_by uuid                        not null,
    constraint organisation_pk primary key (id),
    constraint organisation_parent_fk foreign key (parent_id) references core.organisation (id)
);
create index organisation_sibling on core.organisation (parent_id, name_key);
create index organisation_name on core.organisation (name_key);

create table core.organisation_alias (
    organisation_id uuid         not null,
    place           integer      not null,
    name            varchar(200) not null,
    name_key        varchar(200) not null,
    constraint organisation_alias_pk primary key (organisation_id, place),
    constraint organisation_alias_fk foreign key (organisation_id) references core.organisation (id)
);
create index organisation_alias_name on core.organisation_alias (name_key);

-- Who lies within whom, itself included. The one condition of scope (R-C.13) everywhere:
--   exists (select 1 from core.organisation_within w where w.ancestor_id = ? and w.organisation_id = <owner>)
-- A prefix of the path would say the same, but no index serves it under every collation of PostgreSQL.
create table core.organisation_within (
    ancestor_id     uuid not null,
    organisation_id uuid not null,
    constraint organisation_within_pk primary key (ancestor_id, organisation_id),
    constraint organisation_within_ancestor_fk foreign key (ancestor_id) references core.organisation (id),
    constraint organisation_within_fk foreign key (organisation_id) references core.organisation (id)
);
create index organisation_within_up on core.organisation_within (organisation_id, ancestor_id);

-- The tree of other days: who was whose parent from when to when (both inclusive; null: always, still).
create table core.organisation_parent (
    id              uuid not null,
    organisation_id uuid not null,
    parent_id       uuid,
    valid_from      date,
    valid_to        date,
    constraint organisation_parent_pk primary key (id),
    constraint organisation_parent_history_fk foreign key (organisation_id) references core.organisation (id)
);
create index organisation_parent_of on core.organisation_parent (organisation_id, valid_from);

-- A new random stamp with each change of the tree: nodes read it to know that their copy is old. Also the lock of changes.
create table core.organisation_stamp (
    id    integer not null,
    stamp uuid    not null,
    constraint organisation_stamp_pk primary key (id)
);
insert into core.organisation_stamp (id, stamp) values (1, '00000000-0000-0000-0000-000000000000');

-- ===== Identity =====
create table core.account (
    id              uuid                        not null,
    -- Lower case.
    user_name       varchar(64)                 not null,
    display_name    varchar(100)                not null,
    -- Argon2id in PHC form; null: nobody signs in with a password here.
    password_hash   varchar(200),
    password_set_at timestamp(6) with time zone,
    must_change     boolean                     not null,
    disabled        boolean                     not null,
    locale          varchar(10)                 not null,
    -- The organisation acted for last.
    acting_org_id   uuid,
    -- Grows when all earlier sessions must end.
    epoch           bigint                      not null,
    version         bigint                      not null,
    signed_in_at    timestamp(6) with time zone,
    created_at      timestamp(6) with time zone not null,
    created_by      uuid                        not null,
    updated_at      timestamp(6) with time zone not null,
    updated_by      uuid                        not null,
    constraint account_pk primary key (id),
    constraint account_user_name unique (user_name)
);

create table core.role_grant (
    account_id      uuid                        not null,
    organisation_id uuid                        not null,
    -- A programme's id, or * for every programme.
    programme_id    varchar(30)                 not null,
    role            varchar(40)                 not null,
    granted_at      timestamp(6) with time zone not null,
    granted_by      uuid                        not null,
    constraint role_grant_pk primary key (account_id, organisation_id, programme_id, role),
    constraint role_grant_account_fk foreign key (account_id) references core.account (id),
    constraint role_grant_organisation_fk foreign key (organisation_id) references core.organisation (id)
);
create index role_grant_organisation on core.role_grant (organisation_id, role);

create table core.access_token (
    id              uuid                        not null,
    -- SHA-256 of the token, which itself is nowhere kept.
    hash            varchar(64)                 not null,
    account_id      uuid                        not null,
    organisation_id uuid                        not null,
    issued_at       timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    used_at         timestamp(6) with time zone,
    constraint access_token_pk primary key (id),
    constraint access_token_hash unique (hash),
    constraint access_token_account_fk foreign key (account_id) references core.account (id)
);
create index access_token_account on core.access_token (account_id);

-- Failed sign-ins by user name and by address, both hashed: people type passwords into the wrong field.
create table core.sign_in_failure (
    subject      varchar(80)                 not null,
    failures     integer                     not null,
    last_at      timestamp(6) with time zone not null,
    locked_until timestamp(6) with time zone,
    constraint sign_in_failure_pk primary key (subject)
);

-- ===== Audit =====
-- The log is chained in lanes: a transaction takes a lane that nobody else holds and keeps it until its end, so that
-- writers neither wait for each other nor break the chain, on however many nodes.
create table core.audit_lane (
    lane    integer                not null,
    entries bigint      default 0  not null,
    on_day  date,
    mac     varchar(64) default '' not null,
    constraint audit_lane_pk primary key (lane)
);
insert into core.audit_lane (lane) values
    (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
    (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31),
    (32), (33), (34), (35), (36), (37), (38), (39), (40), (41), (42), (43), (44), (45), (46), (47),
    (48), (49), (50), (51), (52), (53), (54), (55), (56), (57), (58), (59), (60), (61), (62), (63);

create table core.audit_entry (
    number            bigint generated by default as identity,
    lane              integer                     not null,
    place             bigint                      not null,
    on_day            date                        not null,
    at                timestamp(6) with time zone not null,
    account_id        uuid,
    account_name      varchar(100)                not null,
    roles             varchar(400)                not null,
    organisation_id   uuid,
    organisation_name varchar(200)                not null,
    action            varchar(60)                 not null,
    object            varchar(200)                not null,
    reason            varchar(2000),
    address           varchar(64),
    -- JSON object of words.
    details           varchar(8000)               not null,
    key_id            varchar(20)                 not null,
    mac               varchar(64)                 not null,
    constraint audit_entry_pk primary key (number),
    constraint audit_entry_place unique (lane, place)
);
create index audit_entry_day on core.audit_entry (on_day, number);
create index audit_entry_object on core.audit_entry (object, number);
create index audit_entry_account on core.audit_entry (account_id, number);
create index audit_entry_organisation on core.audit_entry (organisation_id, number);

-- ===== People =====
-- No clear text: values are sealed with AES-256-GCM under the key whose id they begin with, found by the blind index.
create table core.person (
    id             uuid                        not null,
    document_kind  varchar(20)                 not null,
    document_index varchar(64)                 not null,
    index_key_id   varchar(20)                 not null,
    document       varchar(400)                not null,
    name           varchar(1000)               not null,
    mobile         varchar(400),
    version        bigint                      not null,
    created_at     timestamp(6) with time zone not null,
    created_by     uuid                        not null,
    updated_at     timestamp(6) with time zone not null,
    updated_by     uuid                        not null,
    constraint person_pk primary key (id),
    constraint person_document unique (document_index)
);

-- ===== Files =====
create table core.attachment (
    id         uuid                        not null,
    object     varchar(200)                not null,
    kind       varchar(40)                 not null,
    -- Sealed: names of files name people.
    name       varchar(2000)               not null,
    type       varchar(10)                 not null,
    size_bytes bigint                      not null,
    sha256     varchar(64)                 not null,
    by_id      uuid                        not null,
    by_name    varchar(100)                not null,
    at         timestamp(6) with time zone not null,
    constraint attachment_pk primary key (id)
);
create index attachment_object on core.attachment (object, at);
create index attachment_content on core.attachment (sha256);

-- ===== Money =====
create table core.subsidy_entry (
    id           uuid                        not null,
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    payer        varchar(20)                 not null,
    payee        uuid                        not null,
    amount_fen   bigint                      not null,
    basis        varchar(200)                not null,
    snapshot     varchar                     not null,
    state        varchar(20)                 not null,
    -- The entry that this one takes back.
    counters_id  uuid,
    by_id        uuid                        not null,
    by_name      varchar(100)                not null,
    at           timestamp(6) with time zone not null,
    constraint subsidy_entry_pk primary key (id),
    constraint subsidy_entry_counters_fk foreign key (counters_id) references core.subsidy_entry (id),
    constraint subsidy_entry_amount check (amount_fen >= 0)
);
create index subsidy_entry_basis on core.subsidy_entry (basis, at);
create index subsidy_entry_programme on core.subsidy_entry (programme_id, edition_year, at);
