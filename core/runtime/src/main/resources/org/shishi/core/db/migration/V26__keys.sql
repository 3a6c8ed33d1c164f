-- ===== Keys: which one writes is agreed here, the keys themselves are never =====
create table core.key_use (
    purpose    varchar(20)                 not null,
    key_id     varchar(20)                 not null,
    changed_at timestamp(6) with time zone not null,
    constraint key_use_pk primary key (purpose)
);

-- Which node has which keys: a key writes only when every node that runs can read it.
create table core.key_holder (
    node    varchar(100) not null,
    purpose varchar(20)  not null,
    key_id  varchar(20)  not null,
    constraint key_holder_pk primary key (node, purpose, key_id)
);

-- What is being sealed anew. Rows of a table are walked by their id, so that it can go on where it stopped.
create table core.key_rotation (
    purpose    varchar(20)                 not null,
    key_id     varchar(20)                 not null,
    -- The column walked now and the last row done.
    place      varchar(60),
    last_id    varchar(100),
    rows_done  bigint                      not null,
    rows_total bigint                      not null,
    begun_at   timestamp(6) with time zone not null,
    begun_by   varchar(100)                not null,
    ended_at   timestamp(6) with time zone,
    constraint key_rotation_pk primary key (purpose, key_id)
);

-- Nothing is left that it wrote: a start without it is no fault.
alter table core.key_check add column retired_at timestamp(6) with time zone;
