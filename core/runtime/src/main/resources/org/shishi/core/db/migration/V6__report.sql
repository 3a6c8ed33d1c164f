-- ===== What the indicators said each night, for every organisation up the tree =====
create table core.indicator_value (
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    code            varchar(60)                 not null,
    organisation_id uuid                        not null,
    snapshot_day    date                        not null,
    -- Kept with the number: the programme that has the words may be away when it is read.
    title_zh        varchar(200)                not null,
    title_en        varchar(200)                not null,
    -- The city's alone; null: none.
    target          bigint,
    actual          bigint                      not null,
    as_of           timestamp(6) with time zone not null,
    constraint indicator_value_pk primary key (programme_id, edition_year, code, organisation_id, snapshot_day)
);
create index indicator_value_day on core.indicator_value (programme_id, edition_year, snapshot_day, organisation_id);
