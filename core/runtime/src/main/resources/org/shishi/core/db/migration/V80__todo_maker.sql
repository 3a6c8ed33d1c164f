-- Who made the record: members see what they made themselves and nothing else (R-C.13). Null: from before; no member's.
alter table core.todo add column maker_id uuid;
