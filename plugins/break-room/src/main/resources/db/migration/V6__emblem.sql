-- The common mark of all rooms (annex 2-1 §三(七)); the picture is an attachment.
create table emblem (
    id uuid primary key,
    version bigint not null,
    owner_org uuid not null,
    status varchar(40) not null,
    created_by uuid not null,
    created_at timestamp(6) not null,
    updated_by uuid not null,
    updated_at timestamp(6) not null,
    import_id uuid,
    title varchar(100) not null
);
create index emblem_newest on emblem (created_at, id);
create index emblem_owner on emblem (owner_org, created_at, id);
