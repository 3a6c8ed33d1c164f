-- The part's retention has ended while its person stays in the registry: its files are deleted, seals know the person no longer.
alter table core.participation add column emptied_at timestamp(6) with time zone;
