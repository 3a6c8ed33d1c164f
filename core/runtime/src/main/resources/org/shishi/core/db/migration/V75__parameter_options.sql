-- Words that a text, or each element of a list, is one of: a JSON list; null: any.
alter table core.edition_parameter add column options varchar(4000);
