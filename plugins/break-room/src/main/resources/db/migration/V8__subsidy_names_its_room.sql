-- Lists, to-do work and headings of subsidies name the room they are for.
alter table subsidy add column room_name varchar(100);
update subsidy set room_name = (select room.name from room where room.id = subsidy.room_id);
