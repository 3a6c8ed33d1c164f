-- ===== Second factor (RFC 6238) =====
create table core.second_factor (
    account_id   uuid                        not null,
    -- Sealed.
    secret       varchar(400)                not null,
    -- Null: shown to its owner, who has not proved yet that it arrived.
    confirmed_at timestamp(6) with time zone,
    -- The time step of the last code taken: none works twice.
    last_step    bigint                      not null,
    constraint second_factor_pk primary key (account_id),
    constraint second_factor_account_fk foreign key (account_id) references core.account (id)
);

-- Salted hashes; a code goes when it is used.
create table core.recovery_code (
    account_id uuid        not null,
    hash       varchar(64) not null,
    constraint recovery_code_pk primary key (account_id, hash),
    constraint recovery_code_account_fk foreign key (account_id) references core.account (id)
);

-- ===== Sessions of the pages, on whatever node =====
create table core.account_session (
    id         uuid                        not null,
    account_id uuid                        not null,
    -- The account's when it began: older ones have ended.
    epoch      bigint                      not null,
    started_at timestamp(6) with time zone not null,
    seen_at    timestamp(6) with time zone not null,
    address    varchar(64),
    agent      varchar(200),
    constraint account_session_pk primary key (id),
    constraint account_session_account_fk foreign key (account_id) references core.account (id)
);
create index account_session_account on core.account_session (account_id);
create index account_session_seen on core.account_session (seen_at);

-- ===== Who stands in for whom; both days inclusive =====
create table core.deputy (
    id         uuid                        not null,
    account_id uuid                        not null,
    deputy_id  uuid                        not null,
    from_day   date                        not null,
    until_day  date                        not null,
    created_at timestamp(6) with time zone not null,
    created_by uuid                        not null,
    constraint deputy_pk primary key (id),
    constraint deputy_account_fk foreign key (account_id) references core.account (id),
    constraint deputy_deputy_fk foreign key (deputy_id) references core.account (id),
    constraint deputy_other check (account_id <> deputy_id),
    constraint deputy_days check (from_day <= until_day)
);
create index deputy_account on core.deputy (account_id);
create index deputy_deputy on core.deputy (deputy_id, until_day);

-- ===== API tokens beside those of a sign-in =====
-- Null: from a sign-in.
alter table core.access_token add column name varchar(100);
alter table core.access_token add column scope varchar(10) default 'FULL' not null;
-- Null: in every programme.
alter table core.access_token add column programme_id varchar(30);

-- ===== Accounts elsewhere that sign in here (OpenID Connect) =====
create table core.external_login (
    issuer     varchar(400)                not null,
    subject    varchar(255)                not null,
    account_id uuid                        not null,
    linked_at  timestamp(6) with time zone not null,
    constraint external_login_pk primary key (issuer, subject),
    constraint external_login_account_fk foreign key (account_id) references core.account (id)
);
create index external_login_account on core.external_login (account_id);
