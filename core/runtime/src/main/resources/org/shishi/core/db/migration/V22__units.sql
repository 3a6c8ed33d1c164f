-- ===== Outside the tree: enterprises, schools, associations, partners =====
create table core.unit (
    id              uuid                        not null,
    kind            varchar(30)                 not null,
    name            varchar(200)                not null,
    -- The name as it is compared: normalised, lower case.
    name_key        varchar(200)                not null,
    -- Unified social credit code; every enterprise has one, others may.
    uscc            varchar(18),
    district        varchar(6),
    -- The union of its staff; an enterprise may have none.
    organisation_id uuid,
    platform        boolean                     not null,
    -- Last day; null: open.
    valid_to        date,
    version         bigint                      not null,
    created_at      timestamp(6) with time zone not null,
    created_by      uuid                        not null,
    updated_at      timestamp(6) with time zone not null,
    updated_by      uuid                        not null,
    constraint unit_pk primary key (id),
    constraint unit_uscc unique (uscc),
    constraint unit_organisation_fk foreign key (organisation_id) references core.organisation (id)
);
create index unit_organisation on core.unit (organisation_id);
create index unit_name on core.unit (name_key, id);
create index unit_district on core.unit (district, name_key, id);

-- ===== Own-level lists: what a second-level union does beside the city's list, for the report only =====
create table core.local_programme_item (
    id              uuid                        not null,
    organisation_id uuid                        not null,
    list_year       integer                     not null,
    title           varchar(200)                not null,
    budget_fen      bigint,
    version         bigint                      not null,
    updated_at      timestamp(6) with time zone not null,
    updated_by      uuid                        not null,
    constraint local_programme_item_pk primary key (id),
    constraint local_programme_item_title unique (organisation_id, list_year, title),
    constraint local_programme_item_fk foreign key (organisation_id) references core.organisation (id),
    constraint local_programme_item_budget check (budget_fen >= 0)
);
