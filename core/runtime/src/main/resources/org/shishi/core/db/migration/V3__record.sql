-- ===== What happened to records of programmes =====
-- One line a step. A record that an import brought has no line for it: core.record_import says the same once for all.
create table core.record_history (
    -- Time-ordered: the order of the steps.
    id              uuid                        not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    type_id         varchar(60)                 not null,
    record_id       uuid                        not null,
    happened_at     timestamp(6) with time zone not null,
    by_id           uuid                        not null,
    by_name         varchar(200)                not null,
    organisation_id uuid                        not null,
    organisation    varchar(200)                not null,
    -- Type of the acting organisation at the time.
    organisation_type varchar(20)               not null,
    action          varchar(60)                 not null,
    from_state      varchar(40),
    to_state        varchar(40)                 not null,
    -- Null: not a transition.
    duty            varchar(10),
    is_return       boolean                     not null,
    reason          varchar(1000),
    -- JSON: remark by field.
    remarks         varchar(100000),
    -- Names of fields, separated by commas.
    changed         varchar(10000),
    -- JSON: before and after by field, without sensitive ones.
    changes         varchar(1000000),
    constraint record_history_pk primary key (id)
);
create index record_history_of on core.record_history (record_id, id);

-- ===== Which records are the same thing =====
-- The primary key is what keeps two writers at the same moment from both winning.
create table core.record_key (
    programme_id varchar(30) not null,
    type_id      varchar(60) not null,
    -- First half of the SHA-256 of the key text.
    key_hash     uuid        not null,
    edition_year integer     not null,
    record_id    uuid        not null,
    constraint record_key_pk primary key (programme_id, type_id, key_hash, edition_year)
);
create index record_key_record on core.record_key (record_id);

-- ===== Imports that can be taken back =====
create table core.record_import (
    id                uuid                        not null,
    programme_id      varchar(30)                 not null,
    edition_year      integer                     not null,
    type_id           varchar(60)                 not null,
    happened_at       timestamp(6) with time zone not null,
    by_id             uuid                        not null,
    by_name           varchar(200)                not null,
    organisation_id   uuid                        not null,
    organisation      varchar(200)                not null,
    organisation_type varchar(20)                 not null,
    source            varchar(300)                not null,
    saved             bigint                      not null,
    -- First time that somebody acted on one of its records: from then on it stays.
    acted_at          timestamp(6) with time zone,
    undone_at         timestamp(6) with time zone,
    constraint record_import_pk primary key (id)
);

-- ===== What waits for whom =====
create table core.todo (
    id              uuid                        not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    type_id         varchar(60)                 not null,
    record_id       uuid                        not null,
    organisation_id uuid                        not null,
    title           varchar(300)                not null,
    state           varchar(40)                 not null,
    -- Transitions that it waits for, separated by commas.
    actions         varchar(500)                not null,
    -- Who sees it: any of these, each between commas.
    rights          varchar(300)                not null,
    returned        boolean                     not null,
    since           timestamp(6) with time zone not null,
    limit_days      integer                     not null,
    due             date,
    -- The due day, or the end of time: what the list is ordered by.
    sort_day        date                        not null,
    -- The last done one of a record stays until the next, so that paging finds its place again.
    is_open         boolean                     not null,
    constraint todo_pk primary key (id)
);
create index todo_list on core.todo (organisation_id, is_open, sort_day, since, id);
create index todo_record on core.todo (record_id);
