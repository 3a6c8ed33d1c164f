-- The log is looked through by what was done; the choice of actions walks from one name to the next.
create index audit_entry_action on core.audit_entry (action, number);
