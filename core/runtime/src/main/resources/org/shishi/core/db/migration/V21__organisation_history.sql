-- ===== Organisations: a code of the city's own register, what happened to each, names of other days =====
alter table core.organisation add column code varchar(30);
alter table core.organisation add constraint organisation_code unique (code);

-- What a body was called until a day (inclusive); what it is called now stands in core.organisation.
create table core.organisation_past_name (
    organisation_id uuid         not null,
    until_day       date         not null,
    name            varchar(200) not null,
    constraint organisation_past_name_pk primary key (organisation_id, until_day),
    constraint organisation_past_name_fk foreign key (organisation_id) references core.organisation (id)
);

create table core.organisation_event (
    -- Time-ordered: the order in which it happened.
    id              uuid                        not null,
    organisation_id uuid                        not null,
    kind            varchar(20)                 not null,
    on_day          date                        not null,
    other_id        uuid,
    -- The other's name at the time.
    other_name      varchar(200),
    -- JSON: before and after by field.
    details         varchar(8000)               not null,
    by_id           uuid                        not null,
    by_name         varchar(200)                not null,
    happened_at     timestamp(6) with time zone not null,
    constraint organisation_event_pk primary key (id),
    constraint organisation_event_fk foreign key (organisation_id) references core.organisation (id)
);
create index organisation_event_of on core.organisation_event (organisation_id, id);
-- The tree of other days is asked for the few that ever hung elsewhere.
create index organisation_parent_ended on core.organisation_parent (valid_to);
