create table workshop (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    name varchar(20) not null,
    district varchar(20),
    size varchar(20) not null,
    features varchar(200) not null,
    places integer,
    area numeric(8, 2),
    cost_fen bigint,
    opened_on date,
    open_daily boolean,
    contact varchar(50),
    mobile varchar(11),
    note varchar(200),
    visits integer not null,
    partner_org uuid,
    seen_at timestamp(6)
);
create index workshop_owner on workshop (owner_org, id);
create index workshop_import on workshop (import_id);
create index workshop_name on workshop (name, id);
create index workshop_cost on workshop (cost_fen, id);
create index workshop_district on workshop (district, id);
create index workshop_status on workshop (status, id);

create table visit (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    workshop_id uuid not null references workshop (id),
    report varchar(200)
);
create index visit_workshop on visit (workshop_id);

create table payment (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    workshop_id uuid not null unique references workshop (id),
    amount_fen bigint
);
