-- What may happen to a project, and what it would do.
create table forecasting.risk (
    id       uuid primary key,
    project  uuid not null,
    what     text not null,
    cause    text not null check (cause in ('project', 'technology', 'team', 'outside')),
    -- from 0 to 1
    chance   double precision not null,
    -- ids of the tasks that it hits; none for all of them
    tasks    text[] not null,
    -- percent by which they take longer, minutes of work, and days by which they begin later
    percent  int not null,
    minutes  int not null,
    days     int not null,
    cost     bigint,
    currency text,
    owner    uuid,
    response text,
    review   date,
    -- whether it is simulated
    counted  boolean not null default true,
    state    text not null check (state in ('open', 'happened', 'gone')),
    by_name  text not null,
    at       timestamptz not null,
    version  bigint not null
);
create index on forecasting.risk (project);
