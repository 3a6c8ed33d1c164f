alter table visit add column helper varchar(380);
