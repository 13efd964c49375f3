-- What browsers are told, for a day. Numbers are given under a lock that is held until the commit is visible: who has
-- read up to a number has missed nothing below it.
create schema if not exists outbox;

create table outbox.event (
    seq     bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    noun    text not null,
    id      uuid not null,
    version bigint,
    by      uuid,
    scope   text not null check (scope in ('company', 'client', 'project', 'account')),
    of      uuid
);
create index event_at on outbox.event (at);
