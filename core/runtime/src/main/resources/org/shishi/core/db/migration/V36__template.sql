-- ===== How an edition words what it tells people, in place of what programme and platform bring =====
create table core.template_wording (
    id             uuid                        not null,
    programme_id   varchar(30)                 not null,
    edition_year   integer                     not null,
    -- Key of the text, for example notice.selfcheck or deadline.soon.
    template       varchar(120)                not null,
    -- DRAFT, PUBLISHED (in force), REPLACED by a later one, RESET: from then on the original words.
    state          varchar(10)                 not null,
    -- Null in a RESET; body and sms null: the template has none.
    title_zh       varchar(400),
    title_en       varchar(400),
    body_zh        varchar(4000),
    body_en        varchar(4000),
    sms_zh         varchar(600),
    sms_en         varchar(600),
    -- Set while it is the draft or in force: there is one of each.
    only_key       varchar(200),
    reason         varchar(1000),
    changed_by     uuid                        not null,
    changed_name   varchar(200)                not null,
    changed_at     timestamp(6) with time zone not null,
    constraint template_wording_pk primary key (id),
    constraint template_wording_only unique (only_key)
);
create index template_wording_of on core.template_wording (programme_id, edition_year, template, changed_at);
