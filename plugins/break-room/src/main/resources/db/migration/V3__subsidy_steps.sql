-- A subsidy has states of its own, and what was taken back leaves room for another one of the same room.
create table subsidy (
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
    amount_fen bigint,
    paid_on date,
    purpose varchar(20) not null
);
insert into subsidy (id, version, owner_org, status, created_by, created_at, updated_by, updated_at, import_id, room_id,
                     amount_fen, paid_on, purpose)
    select id, version, owner_org, 'PAID', created_by, created_at, updated_by, updated_at, import_id, room_id,
           amount_fen, paid_on, purpose
    from room_subsidy;
drop table room_subsidy;
create index subsidy_room on subsidy (room_id);
create index subsidy_newest on subsidy (created_at, id);
create index subsidy_owner on subsidy (owner_org, created_at, id);
create index subsidy_status on subsidy (status, id);
