-- What a run said about itself, a line each; null: nothing.
alter table core.job_run add column log varchar(200000);
