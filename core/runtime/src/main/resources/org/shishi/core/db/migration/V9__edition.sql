-- Editions: what people decided about a programme's year. What the bundle's edition.yaml says stands beside it, so that it
-- can be read while the bundle is away.

create table core.edition (
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    state        varchar(20)                 not null,
    -- Null: the values came with the bundle.
    copied_from  integer,
    -- New with every change; a copy in memory with another one is old.
    stamp        uuid                        not null,
    changed_at   timestamp(6) with time zone not null,
    constraint edition_pk primary key (programme_id, edition_year)
);

-- The parameters as the bundle's file declared them when it opened last (copied ones: as the year before has them).
create table core.edition_parameter (
    programme_id varchar(30)  not null,
    edition_year integer      not null,
    name         varchar(120) not null,
    place        integer      not null,
    type         varchar(20)  not null,
    unit         varchar(40),
    -- Smallest number allowed.
    least        varchar(60),
    -- JSON; null: empty.
    declared     varchar(100000),
    unset_code   varchar(60),
    source       varchar(500),
    title_zh     varchar(300) not null,
    title_en     varchar(300) not null,
    constraint edition_parameter_pk primary key (programme_id, edition_year, name)
);

-- Values that people proposed, published, copied. Only state, open_key and the decision change after they are written.
create table core.edition_revision (
    id            uuid                        not null,
    programme_id  varchar(30)                 not null,
    edition_year  integer                     not null,
    name          varchar(120)                not null,
    -- JSON; null: empty.
    new_value     varchar(100000),
    -- Null: from the beginning.
    valid_from    date,
    state         varchar(20)                 not null,
    copied        boolean                     not null,
    reason        varchar(1000),
    -- Set while it is a draft: a value has one at a time.
    open_key      varchar(200),
    proposed_by   uuid                        not null,
    proposed_name varchar(200)                not null,
    proposed_at   timestamp(6) with time zone not null,
    -- Why it was confirmed or withdrawn.
    decision      varchar(1000),
    decided_by    uuid,
    decided_name  varchar(200),
    decided_at    timestamp(6) with time zone,
    -- Which decision of the edition it was; 0: none yet. Orders them whatever the clocks of the nodes say.
    serial        integer default 0           not null,
    constraint edition_revision_pk primary key (id),
    constraint edition_revision_open unique (open_key)
);
create index edition_revision_of on core.edition_revision (programme_id, edition_year, name);

-- A hard window held open longer for one organisation.
create table core.window_extension (
    id              uuid                        not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    window_name     varchar(200)                not null,
    organisation_id uuid                        not null,
    until_day       date                        not null,
    reason          varchar(1000)               not null,
    granted_by      uuid                        not null,
    granted_name    varchar(200)                not null,
    granted_at      timestamp(6) with time zone not null,
    revoked_name    varchar(200),
    revoked_at      timestamp(6) with time zone,
    constraint window_extension_pk primary key (id)
);
create index window_extension_of on core.window_extension (programme_id, edition_year);

-- What a decision on money or approval rested on. Written once, never changed.
create table core.seal (
    id           uuid                        not null,
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    -- The record it is about.
    object       varchar(300)                not null,
    rule_id      varchar(40)                 not null,
    -- JSON, sealed: it may hold what was known of persons.
    content      varchar(1000000)            not null,
    -- SHA-256 of the clear content.
    digest       varchar(64)                 not null,
    sealed_by    uuid                        not null,
    sealed_name  varchar(200)                not null,
    sealed_at    timestamp(6) with time zone not null,
    constraint seal_pk primary key (id)
);
create index seal_of on core.seal (object, sealed_at);
