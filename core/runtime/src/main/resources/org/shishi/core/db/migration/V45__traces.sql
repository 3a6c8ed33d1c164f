-- ===== What the end of retention takes besides the registry =====
-- Set: the content is deleted, the row stays for the counts.
alter table core.attachment add column gone_at timestamp(6) with time zone;
-- Whether its persons stand apart; in seals from before they stand in the content.
alter table core.seal add column apart boolean default false not null;
-- JSON, sealed: what was known of the persons, and the salt of what the content holds of them. Null: destroyed.
alter table core.seal add column persons varchar(1000000);
-- Of such a seal: SHA-256 of what is left of its content.
alter table core.seal add column redacted_digest varchar(64);
alter table core.retention_run add column attachments bigint default 0 not null;
alter table core.retention_run add column seals bigint default 0 not null;
alter table core.retention_run add column import_rows bigint default 0 not null;
