create table visit (
    -- every record: see org.shishi.api.record.RecordHead
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    -- this one
    place varchar(100) not null,
    district varchar(20) not null,
    visited_on date not null,
    kind varchar(20) not null,
    people integer not null,
    cost_fen bigint not null
);
create index visit_owner on visit (owner_org, created_at, id);
create index visit_newest on visit (created_at, id);
create index visit_status on visit (status, id);
create index visit_import on visit (import_id);
create index visit_place on visit (place, id);
create index visit_visited_on on visit (visited_on, id);
