-- ===== Scheduling =====
-- What the platform knows of a scheduled job, also while its programme is away: names only, never a class of it.
create table core.job (
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    id           varchar(60)                 not null,
    title_zh     varchar(200)                not null,
    title_en     varchar(200)                not null,
    cron         varchar(120)                not null,
    catch_up     boolean                     not null,
    -- By an administrator: holds over restarts, updates and absences.
    paused       boolean                     not null,
    -- It was time, but nobody was there to do it: made up once when somebody is.
    missed_at    timestamp(6) with time zone,
    seen_at      timestamp(6) with time zone not null,
    constraint job_pk primary key (programme_id, edition_year, id)
);

create table core.job_run (
    id               uuid                        not null,
    programme_id     varchar(30)                 not null,
    edition_year     integer                     not null,
    job_id           varchar(60)                 not null,
    node             varchar(100)                not null,
    started_at       timestamp(6) with time zone not null,
    -- Null: under way, or its node died.
    ended_at         timestamp(6) with time zone,
    ok               boolean,
    -- JSON object of numbers.
    counts           varchar(4000)               not null,
    incident         varchar(40),
    error_zh         varchar(2000),
    error_en         varchar(2000),
    done             bigint,
    total            bigint,
    cancel_requested boolean                     not null,
    constraint job_run_pk primary key (id)
);
create index job_run_of_job on core.job_run (programme_id, edition_year, job_id, started_at);

-- ===== Quartz 2.5, its own names and types =====
create table core.qrtz_job_details (
    sched_name        varchar(120) not null,
    job_name          varchar(200) not null,
    job_group         varchar(200) not null,
    description       varchar(250),
    job_class_name    varchar(250) not null,
    is_durable        boolean      not null,
    is_nonconcurrent  boolean      not null,
    is_update_data    boolean      not null,
    requests_recovery boolean      not null,
    job_data          bytea,
    constraint qrtz_job_details_pk primary key (sched_name, job_name, job_group)
);

create table core.qrtz_triggers (
    sched_name     varchar(120) not null,
    trigger_name   varchar(200) not null,
    trigger_group  varchar(200) not null,
    job_name       varchar(200) not null,
    job_group      varchar(200) not null,
    description    varchar(250),
    next_fire_time bigint,
    prev_fire_time bigint,
    priority       integer,
    trigger_state  varchar(16)  not null,
    trigger_type   varchar(8)   not null,
    start_time     bigint       not null,
    end_time       bigint,
    calendar_name  varchar(200),
    misfire_instr  smallint,
    job_data       bytea,
    constraint qrtz_triggers_pk primary key (sched_name, trigger_name, trigger_group),
    constraint qrtz_triggers_job_fk foreign key (sched_name, job_name, job_group)
        references core.qrtz_job_details (sched_name, job_name, job_group)
);
create index qrtz_triggers_job on core.qrtz_triggers (sched_name, job_name, job_group);
create index qrtz_triggers_next on core.qrtz_triggers (sched_name, trigger_state, next_fire_time);

create table core.qrtz_simple_triggers (
    sched_name      varchar(120) not null,
    trigger_name    varchar(200) not null,
    trigger_group   varchar(200) not null,
    repeat_count    bigint       not null,
    repeat_interval bigint       not null,
    times_triggered bigint       not null,
    constraint qrtz_simple_triggers_pk primary key (sched_name, trigger_name, trigger_group),
    constraint qrtz_simple_triggers_fk foreign key (sched_name, trigger_name, trigger_group)
        references core.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table core.qrtz_cron_triggers (
    sched_name      varchar(120) not null,
    trigger_name    varchar(200) not null,
    trigger_group   varchar(200) not null,
    cron_expression varchar(120) not null,
    time_zone_id    varchar(80),
    constraint qrtz_cron_triggers_pk primary key (sched_name, trigger_name, trigger_group),
    constraint qrtz_cron_triggers_fk foreign key (sched_name, trigger_name, trigger_group)
        references core.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table core.qrtz_simprop_triggers (
    sched_name    varchar(120) not null,
    trigger_name  varchar(200) not null,
    trigger_group varchar(200) not null,
    str_prop_1    varchar(512),
    str_prop_2    varchar(512),
    str_prop_3    varchar(512),
    int_prop_1    integer,
    int_prop_2    integer,
    long_prop_1   bigint,
    long_prop_2   bigint,
    dec_prop_1    numeric(13, 4),
    dec_prop_2    numeric(13, 4),
    bool_prop_1   boolean,
    bool_prop_2   boolean,
    constraint qrtz_simprop_triggers_pk primary key (sched_name, trigger_name, trigger_group),
    constraint qrtz_simprop_triggers_fk foreign key (sched_name, trigger_name, trigger_group)
        references core.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table core.qrtz_blob_triggers (
    sched_name    varchar(120) not null,
    trigger_name  varchar(200) not null,
    trigger_group varchar(200) not null,
    blob_data     bytea,
    constraint qrtz_blob_triggers_pk primary key (sched_name, trigger_name, trigger_group),
    constraint qrtz_blob_triggers_fk foreign key (sched_name, trigger_name, trigger_group)
        references core.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table core.qrtz_calendars (
    sched_name    varchar(120) not null,
    calendar_name varchar(200) not null,
    calendar      bytea        not null,
    constraint qrtz_calendars_pk primary key (sched_name, calendar_name)
);

create table core.qrtz_paused_trigger_grps (
    sched_name    varchar(120) not null,
    trigger_group varchar(200) not null,
    constraint qrtz_paused_trigger_grps_pk primary key (sched_name, trigger_group)
);

create table core.qrtz_fired_triggers (
    sched_name        varchar(120) not null,
    entry_id          varchar(95)  not null,
    trigger_name      varchar(200) not null,
    trigger_group     varchar(200) not null,
    instance_name     varchar(200) not null,
    fired_time        bigint       not null,
    sched_time        bigint       not null,
    priority          integer      not null,
    state             varchar(16)  not null,
    job_name          varchar(200),
    job_group         varchar(200),
    is_nonconcurrent  boolean,
    requests_recovery boolean,
    constraint qrtz_fired_triggers_pk primary key (sched_name, entry_id)
);
create index qrtz_fired_triggers_node on core.qrtz_fired_triggers (sched_name, instance_name);
create index qrtz_fired_triggers_job on core.qrtz_fired_triggers (sched_name, job_name, job_group);

create table core.qrtz_scheduler_state (
    sched_name        varchar(120) not null,
    instance_name     varchar(200) not null,
    last_checkin_time bigint       not null,
    checkin_interval  bigint       not null,
    constraint qrtz_scheduler_state_pk primary key (sched_name, instance_name)
);

create table core.qrtz_locks (
    sched_name varchar(120) not null,
    lock_name  varchar(40)  not null,
    constraint qrtz_locks_pk primary key (sched_name, lock_name)
);

-- ===== Deadlines =====
-- One row per kind of deadline: up to which day reminders are done, and the lock that publishing holds.
create table core.deadline_type (
    programme_id   varchar(30) not null,
    edition_year   integer     not null,
    type           varchar(60) not null,
    reminded_up_to date,
    constraint deadline_type_pk primary key (programme_id, edition_year, type)
);

create table core.deadline (
    id              uuid                        not null,
    programme_id    varchar(30)                 not null,
    edition_year    integer                     not null,
    type            varchar(60)                 not null,
    object          varchar(160)                not null,
    organisation_id uuid                        not null,
    window_from     date,
    due             date                        not null,
    hard            boolean                     not null,
    title_zh        varchar(500)                not null,
    title_en        varchar(500)                not null,
    opened_at       timestamp(6) with time zone not null,
    done_at         timestamp(6) with time zone,
    constraint deadline_pk primary key (id),
    constraint deadline_once unique (programme_id, edition_year, type, object, organisation_id)
);
create index deadline_of_organisation on core.deadline (organisation_id, due);
create index deadline_by_day on core.deadline (due, id);

-- ===== Notices =====
-- Worded in both languages when sent, so that they can be read while their programme is away.
create table core.notice (
    id           uuid                        not null,
    account_id   uuid                        not null,
    programme_id varchar(30)                 not null,
    edition_year integer                     not null,
    type         varchar(80)                 not null,
    object       varchar(200)                not null,
    for_day      date                        not null,
    title_zh     varchar(500)                not null,
    title_en     varchar(500)                not null,
    body_zh      varchar(4000)               not null,
    body_en      varchar(4000)               not null,
    link         varchar(500),
    sent_at      timestamp(6) with time zone not null,
    read_at      timestamp(6) with time zone,
    constraint notice_pk primary key (id),
    -- However often and on however many nodes it is sent: once.
    constraint notice_once unique (account_id, programme_id, edition_year, type, object, for_day)
);
create index notice_inbox on core.notice (account_id, id);
create index notice_unread on core.notice (account_id, read_at, id);
