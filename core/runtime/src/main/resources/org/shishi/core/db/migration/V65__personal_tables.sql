-- ===== Where programmes keep what is personal, so that its end of retention finds it while they are away =====
-- One row for each kind of record, as its programme said when it opened last.
create table core.personal_table (
    programme_id    varchar(30)  not null,
    edition_year    integer      not null,
    type_id         varchar(60)  not null,
    title_zh        varchar(200) not null,
    title_en        varchar(200) not null,
    schema_name     varchar(63)  not null,
    table_name      varchar(63)  not null,
    -- Counts changes; null: nothing does.
    version_column  varchar(63),
    -- The kind of record of which these are parts, and the column that holds its id; null: of none.
    whole_type      varchar(60),
    whole_column    varchar(63),
    -- Holds the id of the person a record is about; null: of none.
    person_column   varchar(63),
    -- What masks of the person stand in, separated by commas: column=***, or column= where nothing is left.
    person_columns  varchar(600) not null,
    -- What is known of contacts, sealed, separated by commas.
    contact_columns varchar(600) not null,
    -- Kinds of attachments that name contacts, too, separated by commas.
    contact_files   varchar(600) not null,
    -- The edition parameter that says for how many years after the edition was closed; null: contacts are never hidden.
    keep_name       varchar(120),
    keep_years      integer,
    constraint personal_table_pk primary key (programme_id, edition_year, type_id)
);
-- Records whose contacts were to be hidden, and are.
alter table core.retention_run add column contacts bigint default 0 not null;
alter table core.retention_run add column hidden bigint default 0 not null;
