-- Draws of rooms for the city's unannounced checks (annex 2-1 §三(八)).
create table spot_sample (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    title varchar(100) not null,
    drawn_on date,
    percent_drawn numeric(9, 4),
    seed varchar(32),
    population integer,
    drawn integer,
    population_hash varchar(64)
);
create index spot_sample_newest on spot_sample (created_at, id);
create index spot_sample_owner on spot_sample (owner_org, created_at, id);

create table sampled_room (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    sample_id uuid not null references spot_sample (id),
    round varchar(100) not null,
    room_id uuid references room (id),
    name varchar(100) not null,
    district varchar(20) not null,
    union_org uuid,
    result varchar(10) not null,
    checked_on date
);
create index sampled_room_sample on sampled_room (sample_id);
create index sampled_room_room on sampled_room (room_id);
create index sampled_room_newest on sampled_room (created_at, id);
create index sampled_room_owner on sampled_room (owner_org, created_at, id);
