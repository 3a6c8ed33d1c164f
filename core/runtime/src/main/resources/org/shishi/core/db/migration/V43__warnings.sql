-- ===== What is noteworthy about a row and blocks nothing =====
alter table core.task_row add column warned boolean default false not null;
alter table core.task_row add column warnings varchar(100000) default '[]' not null;
alter table core.task_row add column cautions varchar(200000) default '[]' not null;
alter table core.task add column rows_warned bigint default 0 not null;
