-- Finished work, of the company's own plans and from files; what forecasts lean on.
create table forecasting.history_file (
    id          uuid primary key,
    name        text not null,
    at          timestamptz not null,
    author      uuid not null,
    author_name text not null,
    taught      int not null,
    unfinished  int not null,
    refused     int not null
);

create table forecasting.finished_work (
    seq         bigint generated always as identity primary key,
    -- where it is from: a row of a file, or a task of a plan
    file        uuid references forecasting.history_file on delete cascade,
    project     uuid,
    task        text,
    -- what tells it from others; a person is an id, or a name that only the file knows
    person      text,
    team        text,
    of_project  text,
    kind        text,
    part        text,
    requester   text,
    priority    text,
    -- in hours; of a task as they stood when it was first seen begun
    estimate    double precision not null,
    actual      double precision,
    known       timestamptz not null,
    finished    timestamptz,
    unique (project, task)
);
create index on forecasting.finished_work (finished desc, seq) where finished is not null;
create index on forecasting.finished_work (file);

-- Rises with each change of what is finished.
create table forecasting.history (version bigint not null);
insert into forecasting.history values (1);

-- A history that was read and waits for its reader to take it, for a day.
create table forecasting.history_import (
    id      uuid primary key,
    account uuid not null,
    expires timestamptz not null,
    name    text not null,
    content bytea not null,
    -- where each column stands
    columns jsonb not null
);

alter table forecasting.forecast add column detail jsonb;
