-- ===== The jars that are to run, as all nodes of this database have agreed =====
create table core.programme_jar (
    id           varchar(30)                 not null,
    edition_year integer                     not null,
    version      varchar(60)                 not null,
    -- In the drop folder of the node that brought it.
    file_name    varchar(255)                not null,
    -- SHA-256 of the jar.
    digest       varchar(64)                 not null,
    -- Taken away: the jar is kept, no node runs it.
    removed      boolean                     not null,
    changed_at   timestamp(6) with time zone not null,
    constraint programme_jar_pk primary key (id, edition_year)
);

-- In parts: neither database likes one large value, and no node needs a jar whole in memory.
create table core.programme_jar_part (
    digest  varchar(64) not null,
    part    integer     not null,
    content bytea       not null,
    constraint programme_jar_part_pk primary key (digest, part)
);
