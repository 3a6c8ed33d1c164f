-- ===== Titles of to-do items are searched by blocks, too =====
-- Where there is no item yet nothing is missing; elsewhere the first search makes the blocks.
insert into core.search_list (programme_id, edition_year, type_id, layout)
    select 'core', 0, 'todo', 'title' from (select 1 as one) o where not exists (select 1 from core.todo);
