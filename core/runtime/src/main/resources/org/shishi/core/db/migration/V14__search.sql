-- ===== What the free text search of lists looks through =====
-- Some hundred records in one row: their ids, and what is searched in each, small letters, one after the other. Written in
-- the transaction that writes the records; never changed, only replaced. What it answers is asked of the records again.
create table core.search_block (
    id           uuid             not null,
    programme_id varchar(30)      not null,
    edition_year integer          not null,
    type_id      varchar(60)      not null,
    -- Least and greatest of its ids.
    first_id     uuid             not null,
    last_id      uuid             not null,
    records      integer          not null,
    -- Of each record its id (16 bytes) and its version (8): of two texts of one record the greater version's counts.
    ids          bytea            not null,
    texts        varchar(1000000) not null,
    constraint search_block_pk primary key (id)
);
create index search_block_list on core.search_block (programme_id, edition_year, type_id, records);

-- Lists of which every record is in a block.
create table core.search_list (
    programme_id varchar(30)  not null,
    edition_year integer      not null,
    type_id      varchar(60)  not null,
    -- Which fields are searched; another answer means that the blocks are made anew.
    layout       varchar(200) not null,
    constraint search_list_pk primary key (programme_id, edition_year, type_id)
);
