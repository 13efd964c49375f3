-- How a project is worked on in increments: its board, what stands where on it, and what code hosts told. The tasks
-- themselves, with what was begun and done, are in planning alone.
create schema if not exists increments;

create table increments.board (
    project      uuid primary key,
    -- what its tasks are called by: PA in PA-12
    prefix       text not null unique check (prefix ~ '^[A-Z][A-Z0-9]{1,9}$'),
    columns      jsonb not null,
    -- whether what is merged counts as done
    merged_done  boolean not null default true,
    next_number  int not null default 1,
    version      bigint not null default 1
);

create table increments.card (
    project  uuid not null references increments.board on delete cascade,
    task     text not null,
    number   int not null,
    -- when the plan got the task, as far as anybody looked
    since    timestamptz not null,
    -- its place in the backlog where somebody gave it one
    rank     double precision,
    aside    boolean not null default false,
    bug      boolean not null default false,
    -- the column in which it stands while it is begun and not done
    stands   text,
    moved_at timestamptz,
    primary key (project, task),
    unique (project, number)
);

create table increments.increment (
    id             uuid primary key,
    project        uuid not null,
    number         int not null,
    goal           text not null,
    starts         date not null,
    ends           date not null,
    committed_at   timestamptz,
    committed_name text,
    -- as it was forecast then
    committed_chance double precision,
    reviewed_at    timestamptz,
    reviewed_name  text,
    review         text,
    learnt         text,
    version        bigint not null default 1,
    unique (project, number),
    check (ends >= starts)
);

-- What an increment takes on, from when to when: so a change of its scope stays visible.
create table increments.scope (
    increment uuid not null references increments.increment on delete cascade,
    project   uuid not null,
    task      text not null,
    since     timestamptz not null,
    until     timestamptz,
    name      text not null,
    primary key (increment, task, since)
);
create unique index scope_once on increments.scope (project, task) where until is null;

create table increments.move (
    project uuid not null,
    task    text not null,
    at      timestamptz not null,
    stands  text not null,
    stage   text not null,
    name    text not null,
    -- the fact of a code host that moved it, or null for a person
    signal  uuid
);
create index move_project on increments.move (project, at);
