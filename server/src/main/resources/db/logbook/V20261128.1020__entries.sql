-- What was decided, assumed and learnt in projects, and what is the matter with them.
create schema if not exists logbook;

create table logbook.entry (
    id          uuid primary key,
    project     uuid not null,
    number      int not null,
    kind        text not null check (kind in ('decision', 'assumption', 'issue', 'lesson')),
    title       text not null,
    -- why it was decided; what makes us think so; what is the matter; what to do next time
    text        text not null default '',
    -- of a decision: in words, who decided, for it may have been somebody without an account
    who         text,
    -- of a decision the day it was made; of others the day by which it is to be seen to
    day         date,
    owner       uuid,
    tasks       text[] not null default '{}',
    -- of what it was born: a question, complication, change or meeting, with its words then
    origin_kind text,
    origin      uuid,
    origin_text text,
    state       text not null check (state in ('open', 'closed', 'held', 'wrong', 'replaced')),
    -- what it changed, what turned out, what was done
    outcome     text,
    made_by     uuid not null,
    made_name   text not null,
    made_at     timestamptz not null,
    closed_by   uuid,
    closed_name text,
    closed_at   timestamptz,
    version     bigint not null default 1,
    unique (project, kind, number)
);
create index entry_open on logbook.entry (day) where state = 'open' and kind in ('assumption', 'issue');
create index entry_words on logbook.entry
    using gin (to_tsvector('simple'::regconfig, title || ' ' || text || ' ' || coalesce(outcome, '') || ' ' || coalesce(who, '')));

create table logbook.reminder (
    entry uuid not null references logbook.entry on delete cascade,
    day   date not null,
    late  boolean not null,
    primary key (entry, day, late)
);
