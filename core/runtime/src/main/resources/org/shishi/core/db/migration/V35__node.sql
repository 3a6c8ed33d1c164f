-- ===== The nodes that share this database =====
create table core.node (
    name               varchar(100)                not null,
    -- Random, new with each start of the process.
    run                uuid                        not null,
    version            varchar(60)                 not null,
    -- RUNNING, STOPPED in order, LOST: not heard of any more, what it was at is taken over.
    state              varchar(10)                 not null,
    started_at         timestamp(6) with time zone not null,
    -- By the database's clock, the only one that all share.
    seen_at            timestamp(6) with time zone not null,
    -- The node's own clock against the database's; negative: behind.
    clock_ahead_millis bigint                      not null,
    constraint node_pk primary key (name)
);

-- The run of the node that is just sending it: when that run is over, the letter is due again at once.
alter table core.outbox add column taken_by uuid;
