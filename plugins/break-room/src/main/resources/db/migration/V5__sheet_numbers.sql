-- The number of a room in its sheet (序号), and whose sheet it is: headings show no contact.
alter table room add column seq_no integer;
create index room_sheet_number on room (sheet_id, seq_no);
alter table sheet add column union_name varchar(200);
