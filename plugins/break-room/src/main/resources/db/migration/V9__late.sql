-- Whether a room was declared after the last day for it (SOFT: accepted and flagged, K-8); null: not declared, or from before.
alter table room add column late boolean;
