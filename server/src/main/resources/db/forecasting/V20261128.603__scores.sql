-- How often the history changed: no row until it does, so that a database that is laid out anew holds nothing.
delete from forecasting.history;
alter table forecasting.history add column one boolean primary key default true check (one);

-- What was forecast on each day, with what was known then; the last of the day.
create table forecasting.kept (
    project uuid not null,
    day     date not null,
    version bigint not null,
    as_of   timestamptz not null,
    finish  int[] not null,
    -- as in forecasting.forecast
    tasks   bytea not null,
    primary key (project, day)
);

-- How a kept forecast of a task did, once that was finished. One a task: the last that was made before it was begun, or
-- else the first there is.
create table forecasting.score (
    project  uuid not null,
    task     text not null,
    kind     text,
    as_of    timestamptz not null,
    finished timestamptz not null,
    -- whether it was finished by the moment that was said to be 10, 50, 80 and 90 percent likely
    by10     boolean not null,
    by50     boolean not null,
    by80     boolean not null,
    by90     boolean not null,
    -- the mean pinball loss of the four, in days
    pinball  double precision not null,
    primary key (project, task)
);

-- How forecasts would have done on the history, each from what was finished before it.
create table forecasting.reckoned (
    one      boolean primary key default true check (one),
    version  bigint not null,
    at       timestamptz not null,
    document jsonb not null
);
