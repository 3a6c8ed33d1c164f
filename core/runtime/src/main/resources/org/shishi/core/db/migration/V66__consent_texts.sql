-- ===== What people agreed to, word for word. A text that is changed is another one =====
create table core.consent_text (
    -- SHA-256 of both languages.
    id         varchar(64)                 not null,
    text_zh    varchar(4000)               not null,
    text_en    varchar(4000)               not null,
    first_seen timestamp(6) with time zone not null,
    constraint consent_text_pk primary key (id)
);
-- Null: from before texts were kept.
alter table core.consent add column text_id varchar(64);
-- Of the programme whose text it was.
alter table core.consent add column version varchar(60);
