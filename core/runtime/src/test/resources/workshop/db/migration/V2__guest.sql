create table guest (
    id         uuid         not null primary key,
    version    bigint       not null,
    owner_org  uuid         not null,
    status     varchar(40)  not null,
    created_by uuid         not null,
    created_at timestamp(6) not null,
    updated_by uuid         not null,
    updated_at timestamp(6) not null,
    import_id  uuid,
    person_id  uuid         not null,
    name       varchar(100) not null,
    number     varchar(40)  not null,
    mobile     varchar(40),
    agreed     boolean      not null,
    part       varchar(10)  not null,
    from_day   date,
    to_day     date
);
