-- What each audience was told of a project, and what clients ask.
create schema if not exists reporting;

create table reporting.update (
    id            uuid primary key,
    project       uuid not null,
    audience      text not null check (audience in ('client', 'official', 'manager', 'worker')),
    -- frozen as they were drafted
    facts         jsonb not null,
    summary       text not null default '',
    why           text not null default '',
    doing         text not null default '',
    made_by       uuid not null,
    made_name     text not null,
    made_at       timestamptz not null,
    released_by   uuid,
    released_name text,
    released_at   timestamptz,
    version       bigint not null default 1
);
create index update_project on reporting.update (project, audience, released_at);
create unique index update_draft on reporting.update (project, audience) where released_at is null;

create table reporting.acknowledgement (
    update  uuid not null references reporting.update on delete cascade,
    account uuid not null,
    name    text not null,
    at      timestamptz not null,
    primary key (update, account)
);

create table reporting.question (
    id            uuid primary key,
    project       uuid not null,
    text          text not null,
    asked_by      uuid not null,
    asked_name    text not null,
    asked_at      timestamptz not null,
    answer        text,
    answered_by   uuid,
    answered_name text,
    answered_at   timestamptz
);
create index question_project on reporting.question (project, asked_at);
create index question_open on reporting.question (project) where answered_at is null;
