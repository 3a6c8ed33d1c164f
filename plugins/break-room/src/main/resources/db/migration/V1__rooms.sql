-- Form A2-1-1 and what hangs on a room. Columns of the head: see org.shishi.api.record.RecordHead.
create table sheet (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    contact_name varchar(50) not null,
    contact_email varchar(120) not null,
    contact_phone varchar(30) not null,
    remarks varchar(1000)
);
create unique index sheet_owner on sheet (owner_org);

create table room (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    sheet_id uuid references sheet (id),
    name varchar(100) not null,
    district varchar(20) not null,
    street varchar(50) not null,
    address_detail varchar(200) not null,
    point_contact varchar(50) not null,
    point_mobile varchar(11) not null,
    owner_unit varchar(200) not null,
    area_m2 numeric(8, 2) not null,
    facilities varchar(1000) not null,
    facility_tags varchar(400) not null,
    covered_units integer not null,
    planned_fen bigint not null,
    matching_fen bigint,
    unit_fen bigint,
    project_kind varchar(10) not null,
    industry_group varchar(20) not null,
    separate_area boolean,
    ventilated boolean,
    checks_done integer not null,
    checks_failed integer not null,
    subsidy_fen bigint,
    rectify_since date
);
create index room_owner on room (owner_org, id);
create index room_name on room (name, id);
create index room_district on room (district, id);
create index room_status on room (status, id);
create index room_planned on room (planned_fen, id);
create index room_area on room (area_m2, id);
create index room_import on room (import_id);
create index room_sheet on room (sheet_id);

create table six_point_check (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    room_id uuid not null references room (id),
    check_level varchar(10) not null,
    check_date date not null,
    inspector varchar(50) not null,
    rules varchar(4) not null,
    signage varchar(4) not null,
    service varchar(4) not null,
    environment varchar(4) not null,
    equipment varchar(4) not null,
    effect varchar(4) not null,
    remark varchar(500)
);
create index six_point_check_room on six_point_check (room_id, check_level, check_date);

create table consultation (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    room_id uuid not null references room (id),
    kind varchar(30) not null,
    held_on date not null,
    summary varchar(1000) not null
);
create index consultation_room on consultation (room_id);

create table room_subsidy (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    room_id uuid not null unique references room (id),
    amount_fen bigint,
    paid_on date not null,
    purpose varchar(20) not null
);
