-- What simulation says about each plan's calendar: the newest only.
create schema if not exists forecasting;

create table forecasting.forecast (
    project  uuid primary key,
    version  bigint not null,
    as_of    timestamptz not null,
    runs     int not null,
    seed     bigint not null,
    -- six moments in minutes since 1970, UTC
    finish   int[] not null,
    -- task ids and six moments each, packed
    tasks    bytea not null,
    promises jsonb not null
);
