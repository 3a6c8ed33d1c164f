-- What the states of parts are called, as the programme said when it opened last: people read them while it is away, too.
create table core.participation_state (
    programme_id varchar(30)  not null,
    edition_year integer      not null,
    type_id      varchar(60)  not null,
    state        varchar(40)  not null,
    title_zh     varchar(200) not null,
    title_en     varchar(200) not null,
    constraint participation_state_pk primary key (programme_id, edition_year, type_id, state)
);
