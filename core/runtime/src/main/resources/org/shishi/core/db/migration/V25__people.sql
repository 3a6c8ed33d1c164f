-- ===== The registry: more of a person, found by name and mobile, too =====
-- RESIDENT_ID, PASSPORT, …: the kinds of org.shishi.api.people.DocumentKind. Sealed: document, name, mobile, birth_date.
alter table core.person add column name_index varchar(64);
alter table core.person add column mobile_index varchar(64);
-- Only where the document does not say it.
alter table core.person add column birth_date varchar(400);
alter table core.person add column sex varchar(1);
-- Whose records they are found under; null: only through what they take part in.
alter table core.person add column organisation_id uuid;
alter table core.person add column employment varchar(20);
alter table core.person add column industry varchar(20);
alter table core.person add column is_member boolean;
-- From then on there is nothing left that says who it was.
alter table core.person add column pseudonymised_at timestamp(6) with time zone;
create index person_name on core.person (name_index);
create index person_mobile on core.person (mobile_index);
create index person_organisation on core.person (organisation_id, id);

-- ===== Who takes part in what. Stays when the programme leaves =====
create table core.participation (
    -- Time-ordered.
    id           uuid                        not null,
    -- PERSON, HOUSEHOLD, ENTERPRISE
    subject_kind varchar(12)                 not null,
    subject_id   uuid                        not null,
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    type_id      varchar(60)                 not null,
    record_id    uuid                        not null,
    kind         varchar(60)                 not null,
    owner_org    uuid                        not null,
    from_day     date,
    to_day       date,
    period       varchar(40),
    -- The record's state, in the programme's words.
    state        varchar(40)                 not null,
    -- Whether it counts against exclusion groups.
    counted      boolean                     not null,
    created_at   timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null,
    constraint participation_pk primary key (id),
    constraint participation_once unique (record_id, kind, subject_id)
);
create index participation_subject on core.participation (subject_id, edition_year);
create index participation_edition on core.participation (programme_id, edition_year, id);
create index participation_owner on core.participation (owner_org, subject_id);

-- What kinds are called, and how long what belongs to them is kept: as the programme said when it opened last.
create table core.participation_kind (
    programme_id varchar(30)  not null,
    edition_year integer      not null,
    kind         varchar(60)  not null,
    title_zh     varchar(200) not null,
    title_en     varchar(200) not null,
    -- The edition parameter that says for how many years after the edition was closed; null: never ends.
    keep_name    varchar(120),
    keep_years   integer,
    constraint participation_kind_pk primary key (programme_id, edition_year, kind)
);

-- ===== What excludes what: declared by programmes, in force while they are away =====
create table core.exclusion_group (
    programme_id varchar(30)  not null,
    edition_year integer      not null,
    code         varchar(40)  not null,
    -- Kinds of this programme, separated by commas.
    kinds        varchar(600) not null,
    most         integer      not null,
    per          varchar(12)  not null,
    years        integer      not null,
    warns        boolean      not null,
    refusal_code varchar(60)  not null,
    constraint exclusion_group_pk primary key (programme_id, edition_year, code)
);

-- Places taken. The primary key is what keeps two writers at the same moment from both winning: whoever holds slot 1 of a
-- group that allows one, in this span of time, is the only one.
create table core.exclusion_hold (
    group_code       varchar(40) not null,
    subject_id       uuid        not null,
    -- e2026: the edition; y2026: a year of several; d2026-05-01: a day; p…: a period; ever.
    span             varchar(48) not null,
    -- 1 to the most allowed; a number of its own where only a warning is due.
    slot             integer     not null,
    participation_id uuid        not null,
    constraint exclusion_hold_pk primary key (group_code, subject_id, span, slot),
    constraint exclusion_hold_fk foreign key (participation_id) references core.participation (id)
);
create index exclusion_hold_of on core.exclusion_hold (participation_id);
create index exclusion_hold_subject on core.exclusion_hold (subject_id);

-- ===== Consent =====
create table core.consent (
    id              uuid                        not null,
    person_id       uuid                        not null,
    purpose         varchar(40)                 not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    object          varchar(200),
    given_at        timestamp(6) with time zone not null,
    recorded_by     uuid                        not null,
    recorded_name   varchar(100)                not null,
    organisation_id uuid                        not null,
    withdrawn_at    timestamp(6) with time zone,
    withdrawn_name  varchar(100),
    constraint consent_pk primary key (id),
    constraint consent_person_fk foreign key (person_id) references core.person (id)
);
create index consent_person on core.consent (person_id, given_at);
