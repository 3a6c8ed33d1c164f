-- ===== Ends of retention: when an edition was closed, and what people ordered =====
alter table core.edition add column closed_at timestamp(6) with time zone;
update core.edition set closed_at = changed_at where state in ('CLOSED', 'ARCHIVED');

create table core.retention_run (
    -- Time-ordered.
    id           uuid                        not null,
    -- Editions whose retention had ended on this day.
    as_of        date                        not null,
    reason       varchar(1000)               not null,
    ordered_by   uuid                        not null,
    ordered_name varchar(100)                not null,
    ordered_at   timestamp(6) with time zone not null,
    persons      bigint                      not null,
    rows_done    bigint                      not null,
    skipped      bigint                      not null,
    -- OPEN, DONE, CANCELLED
    state        varchar(10)                 not null,
    ended_at     timestamp(6) with time zone,
    constraint retention_run_pk primary key (id)
);
