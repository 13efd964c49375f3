-- What tasks wait for, what came in the way of them, and what was said about them.
create schema if not exists work;

create table work.need (
    id            uuid primary key,
    project       uuid not null,
    task          text not null,
    kind          text not null check (kind in ('access', 'hardware', 'document', 'decision', 'handOver')),
    what          text not null,
    -- who sees to it: a person of ours, the client, or nobody yet
    owner         uuid,
    of_client     boolean not null default false,
    due           date,
    state         text not null check (state in ('open', 'met', 'dropped')),
    note          text,
    asked_by      uuid not null,
    asked_name    text not null,
    asked_at      timestamptz not null,
    closed_by     uuid,
    closed_name   text,
    closed_at     timestamptz,
    waiting_since timestamptz,
    -- the moment until which the task was held for it, by us
    held_until    timestamptz,
    held_before   timestamptz,
    version       bigint not null default 1,
    check (owner is null or not of_client)
);
create index need_task on work.need (project, task);
create index need_of_owner on work.need (owner, due) where state = 'open';
create index need_open on work.need (project) where state = 'open';

create table work.complication (
    id          uuid primary key,
    project     uuid not null,
    task        text not null,
    what        text not null,
    cost        int,
    urgent      boolean not null,
    account     uuid not null,
    name        text not null,
    at          timestamptz not null,
    -- as it was reckoned when it was sent
    effect      jsonb,
    -- when its cost was taken into the plan
    taken_at    timestamptz,
    done        text,
    closed_by   uuid,
    closed_name text,
    closed_at   timestamptz
);
create index complication_project on work.complication (project, at);

create table work.complication_told (
    complication uuid not null references work.complication on delete cascade,
    account      uuid not null,
    why          text not null check (why in ('answers', 'field', 'touched')),
    primary key (complication, account)
);
create index complication_told_account on work.complication_told (account);

create table work.comment (
    id      uuid primary key,
    project uuid not null,
    task    text not null,
    text    text not null,
    account uuid not null,
    name    text not null,
    at      timestamptz not null
);
create index comment_task on work.comment (project, task, at);

create table work.mention (
    comment uuid not null references work.comment on delete cascade,
    account uuid not null,
    at      timestamptz not null,
    primary key (comment, account)
);
create index mention_account on work.mention (account, at);
