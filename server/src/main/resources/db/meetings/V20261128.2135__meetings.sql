-- When people of a project meet, and what was written down in it.
create schema if not exists meetings;

create table meetings.meeting (
    id        uuid primary key,
    project   uuid not null,
    title     text not null,
    -- of RFC 5545; null for one that takes place once
    rule      text,
    first_day date not null,
    -- by the clock of its zone
    starts    time not null,
    minutes   int not null check (minutes between 5 and 480),
    zone      text not null,
    place     text,
    link      text,
    persons   uuid[] not null,
    without   date[] not null default '{}',
    ended     date,
    version   bigint not null
);
create index meeting_project on meetings.meeting (project);
create index meeting_persons on meetings.meeting using gin (persons);

create table meetings.minute (
    id      uuid primary key,
    meeting uuid not null references meetings.meeting on delete cascade,
    day     date not null,
    kind    text not null check (kind in ('note', 'decision', 'task', 'issue', 'question')),
    text    text not null,
    -- what it became
    made    text,
    owner   uuid,
    due     date,
    account uuid not null,
    name    text not null,
    at      timestamptz not null,
    -- in which order they were written
    number  bigint generated always as identity
);
create index minute_day on meetings.minute (meeting, day);
