-- Imports ask for five hundred keys at once. H2 looks such a list up only in an index that begins with the column; with the
-- programme first it went through all its keys for each list, and an import grew slower with every row before it.
alter table core.record_key drop constraint record_key_pk;
alter table core.record_key add constraint record_key_pk primary key (key_hash, programme_id, type_id, edition_year);
