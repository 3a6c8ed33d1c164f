-- ===== Delivery besides the inbox =====
-- Where a person wants to be told. Addresses are sealed; only the person sees them again.
create table core.contact (
    account_id uuid                        not null,
    -- EMAIL, TEXT_MESSAGE
    channel    varchar(20)                 not null,
    address    varchar(600)                not null,
    active     boolean                     not null,
    -- One letter each morning instead of one for each notice.
    digest     boolean                     not null,
    updated_at timestamp(6) with time zone not null,
    constraint contact_pk primary key (account_id, channel),
    constraint contact_account_fk foreign key (account_id) references core.account (id)
);

-- Only what is worth a text message has words for it.
alter table core.notice add column sms_zh varchar(500);
alter table core.notice add column sms_en varchar(500);

-- Written in the transaction of the notice: a notice without its letters, or letters without it, there is not.
create table core.outbox (
    notice_id  uuid                        not null,
    channel    varchar(20)                 not null,
    account_id uuid                        not null,
    digest     boolean                     not null,
    -- WAITING, SENT, FAILED
    state      varchar(10)                 not null,
    attempts   integer                     not null,
    -- When it is to be tried. Whoever takes it moves this on: if that node dies, the letter comes up again.
    next_at    timestamp(6) with time zone not null,
    sent_at    timestamp(6) with time zone,
    error      varchar(1000),
    constraint outbox_pk primary key (notice_id, channel),
    constraint outbox_notice_fk foreign key (notice_id) references core.notice (id)
);
create index outbox_due on core.outbox (state, channel, next_at);
create index outbox_newest on core.outbox (state, notice_id);

-- ===== Deadlines: the day in Shanghai on which it was done, and addresses for calendar programs =====
alter table core.deadline add column done_on date;
create index deadline_open on core.deadline (done_on, due, id);

create table core.calendar_feed (
    account_id uuid                        not null,
    hash       varchar(64)                 not null,
    made_at    timestamp(6) with time zone not null,
    constraint calendar_feed_pk primary key (account_id),
    constraint calendar_feed_hash unique (hash),
    constraint calendar_feed_account_fk foreign key (account_id) references core.account (id)
);

-- ===== Working calendars that administrators imported: in place of what comes with the product =====
create table core.calendar_year (
    calendar_year integer                     not null,
    -- Random, new with each import: nodes read it to know that their copy is old.
    stamp         uuid                        not null,
    imported_at   timestamp(6) with time zone not null,
    imported_by   uuid                        not null,
    constraint calendar_year_pk primary key (calendar_year)
);

create table core.calendar_day (
    calendar_year integer      not null,
    place         integer      not null,
    calendar_date date         not null,
    -- HOLIDAY, WORKDAY
    kind          varchar(10)  not null,
    name          varchar(100) not null,
    constraint calendar_day_pk primary key (calendar_year, place),
    constraint calendar_day_year_fk foreign key (calendar_year) references core.calendar_year (calendar_year)
);
