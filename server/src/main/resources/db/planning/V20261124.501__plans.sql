-- Projects with their plans, the calendar that was derived, and every change made to them.
create schema if not exists planning;

create table planning.project (
    id            uuid primary key,
    client        uuid,
    name          text not null,
    zone          text not null,
    kind          text not null,
    finished      boolean not null default false,
    starts        timestamptz not null,
    calendar      text not null,
    calendars     jsonb not null,
    -- what the calendar was made on: people, their working time, what others have of it
    facts         jsonb not null,
    facts_changed int not null default 0,
    version       bigint not null,
    edited        bigint not null,
    first         timestamptz not null,
    finish        timestamptz not null,
    bound         timestamptz,
    schedules     int not null,
    seed          bigint not null,
    begun         boolean not null default false,
    done          real not null default 0,
    created_at    timestamptz not null,
    created_by    uuid not null
);
create index on planning.project (client);

create table planning.team_member (
    project uuid not null references planning.project on delete cascade,
    person  uuid not null,
    primary key (project, person)
);
create index on planning.team_member (person);

create table planning.task (
    project  uuid not null references planning.project on delete cascade,
    id       text not null,
    parent   text,
    rank     double precision not null,
    document jsonb not null,
    version  bigint not null,
    primary key (project, id)
);

create table planning.link (
    project     uuid not null references planning.project on delete cascade,
    predecessor text not null,
    successor   text not null,
    type        text not null,
    lag_kind    text not null,
    lag         int not null,
    version     bigint not null,
    primary key (project, predecessor, successor, type)
);

-- Moments in minutes since 1970, UTC.
create table planning.scheduled_task (
    project uuid not null references planning.project on delete cascade,
    task    text not null,
    start   int not null,
    finish  int not null,
    who     jsonb,
    version bigint not null,
    primary key (project, task)
) with (fillfactor = 70);

create table planning.plan_change (
    project     uuid not null references planning.project on delete cascade,
    version     bigint not null,
    kind        text not null,
    label       text not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null,
    change      jsonb not null,
    inverse     jsonb not null,
    touches     text[] not null,
    undoes      bigint,
    undone_by   bigint,
    exact       boolean not null default false,
    -- where moved tasks were and are, packed
    before      bytea,
    after       bytea,
    primary key (project, version)
);
create index on planning.plan_change (project, author, version desc);

create table planning.baseline (
    id      uuid primary key,
    project uuid not null references planning.project on delete cascade,
    name    text not null,
    version bigint not null,
    at      timestamptz not null,
    author  uuid not null,
    dates   bytea not null
);
create index on planning.baseline (project, at);

create table planning.proposal (
    id          uuid primary key,
    project     uuid not null references planning.project on delete cascade,
    kind        text not null,
    version     bigint not null,
    at          timestamptz not null,
    seed        bigint not null,
    budget      int not null,
    finish_was  timestamptz not null,
    finish_now  timestamptz not null,
    bound       timestamptz,
    why         text not null,
    values      jsonb not null,
    moves       bytea not null,
    facts       jsonb,
    findings    jsonb not null
);
create unique index on planning.proposal (project, kind);

-- What somebody did not want, so that it isn't offered again for the same plan.
create table planning.dismissal (
    project uuid not null references planning.project on delete cascade,
    kind    text not null,
    version bigint not null,
    primary key (project, kind)
);

create unlogged table planning.presence (
    project uuid not null,
    account uuid not null,
    name    text not null,
    task    text,
    field   text,
    at      timestamptz not null,
    primary key (project, account)
);

create table planning.accountable (
    project uuid not null references planning.project on delete cascade,
    part    text not null,
    account uuid,
    person  uuid,
    name    text not null,
    since   timestamptz not null,
    until   timestamptz,
    author  uuid not null
);
create index on planning.accountable (project, part, since);
