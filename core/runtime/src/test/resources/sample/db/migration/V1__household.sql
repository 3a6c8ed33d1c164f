create table household (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    name varchar(50) not null,
    since date,
    seen_at timestamp(6) with time zone,
    parent_id uuid,
    flag boolean,
    amount_fen bigint,
    area numeric(8, 2),
    seen_local timestamp(6),
    district varchar(20)
);
create unique index household_name on household (name);
create table household_tag (
    household_id uuid not null references household (id),
    tag varchar(20) not null
);
create table member (
    id uuid primary key,
    household_id uuid not null references household (id),
    name varchar(50) not null
);
create table neighbour (
    id uuid primary key,
    street varchar(50),
    phone varchar(200)
);
