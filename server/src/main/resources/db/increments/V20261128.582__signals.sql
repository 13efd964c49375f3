-- What code hosts told, each fact with its source and time; and the secrets by which they are known.
create table increments.source (
    project   uuid primary key references increments.board on delete cascade,
    -- needed whole: every signature is reckoned from it
    secret    text not null,
    since     timestamptz not null,
    made_name text not null,
    heard_at  timestamptz,
    heard_of  text
);

create table increments.signal (
    id      uuid primary key,
    project uuid not null references increments.board on delete cascade,
    -- null for a fact about the project as a whole
    task    text,
    kind    text not null,
    source  text not null,
    ref     text,
    title   text,
    url     text,
    who     text,
    commit  text,
    at      timestamptz not null,
    -- in the order in which they were heard
    seq     bigint generated always as identity
);
create index signal_task on increments.signal (project, task, seq desc);
create index signal_project on increments.signal (project, seq desc);
create index signal_commit on increments.signal (project, commit) where commit is not null;

create table increments.delivery (
    project   uuid not null references increments.board on delete cascade,
    id        text not null,
    signature text not null,
    at        timestamptz not null,
    primary key (project, id),
    unique (project, signature)
);
