-- ===== Columns of programmes that hold sealed text, for changes of keys while the programme is away =====
create table core.sealed_column (
    schema_name varchar(63)                 not null,
    table_name  varchar(63)                 not null,
    column_name varchar(63)                 not null,
    -- When the last row from before was sealed.
    sealed_at   timestamp(6) with time zone not null,
    constraint sealed_column_pk primary key (schema_name, table_name, column_name)
);
