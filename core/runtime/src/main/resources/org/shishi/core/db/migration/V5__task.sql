-- ===== Long work with progress =====
create table core.task (
    -- Time-ordered.
    id              uuid                        not null,
    kind            varchar(60)                 not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    title           varchar(300)                not null,
    -- RUNNING, DONE, FAILED, CANCELLED, UNDONE.
    state           varchar(20)                 not null,
    dry_run         boolean                     not null,
    rows_done       bigint                      not null,
    -- 0 while unknown.
    rows_total      bigint                      not null,
    rows_accepted   bigint                      not null,
    rows_rejected   bigint                      not null,
    error_zh        varchar(4000),
    error_en        varchar(4000),
    error_code      varchar(60),
    started_at      timestamp(6) with time zone not null,
    ended_at        timestamp(6) with time zone,
    started_by      uuid                        not null,
    organisation_id uuid                        not null,
    -- Which node runs it: a restart finds what it left behind.
    node            varchar(100)                not null,
    -- JSON: what the kind of work wants to remember.
    details         varchar(100000)             not null,
    constraint task_pk primary key (id)
);
create index task_mine on core.task (started_by, id);
create index task_node on core.task (node, state);

-- ===== Rows of sheets with their verdicts: the rejected ones, and the first ones for the preview =====
create table core.task_row (
    task_id     uuid    not null,
    -- As the sheet shows it; 0: the head.
    row_no      integer not null,
    -- 0: the first sheet of the file.
    sheet_no    integer not null,
    rejected    boolean not null,
    preview     boolean not null,
    -- JSON, see the messages beside.
    refusals    varchar(100000) not null,
    messages    varchar(200000) not null,
    -- JSON: text by field, sensitive ones masked.
    cells       varchar(1000000) not null,
    constraint task_row_pk primary key (task_id, row_no, sheet_no)
);
create index task_row_preview on core.task_row (task_id, preview, sheet_no, row_no);
