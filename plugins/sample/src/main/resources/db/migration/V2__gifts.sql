create table gift (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    -- of the person only this: the core keeps who it is; beside it stand masks
    person_id uuid not null,
    name varchar(100) not null,
    resident_id varchar(30) not null,
    mobile varchar(30),
    agreed boolean not null,
    given_on date not null
);
create index gift_owner on gift (owner_org, created_at, id);
create index gift_newest on gift (created_at, id);
create index gift_status on gift (status, id);
create index gift_import on gift (import_id);
create index gift_given_on on gift (given_on, id);
create index gift_person on gift (person_id);
