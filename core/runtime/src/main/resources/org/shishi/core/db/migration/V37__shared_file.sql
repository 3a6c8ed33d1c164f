-- ===== Files that every node must be able to read; sealed before they come here =====
create table core.shared_file (
    name       varchar(120)                not null,
    -- Who puts the same in again begins its days anew.
    touched_at timestamp(6) with time zone not null,
    constraint shared_file_pk primary key (name)
);

create table core.shared_file_part (
    name    varchar(120) not null,
    part    integer      not null,
    content bytea        not null,
    constraint shared_file_part_pk primary key (name, part)
);

-- An import is cancelled from any node, too.
alter table core.task add column cancel_requested boolean default false not null;
