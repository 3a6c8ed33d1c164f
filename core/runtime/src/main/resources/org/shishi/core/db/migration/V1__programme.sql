-- What the platform knows of a programme and year, also while its bundle is away.
create table core.programme (
    id               varchar(30)                 not null,
    edition_year     integer                     not null,
    version          varchar(40)                 not null,
    title_zh         varchar(200)                not null,
    title_en         varchar(200)                not null,
    -- Stopped by an administrator: stays so over a restart.
    stopped          boolean                     not null,
    demo_filled_at   timestamp(6) with time zone,
    changed_at       timestamp(6) with time zone not null,
    constraint programme_pk primary key (id, edition_year)
);
