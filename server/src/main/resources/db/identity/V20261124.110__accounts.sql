-- Who there is, who may what, and who is signed in.
create table identity.company (
    one      boolean primary key default true check (one),
    name     text not null,
    zone     text not null,
    country  text not null,
    region   text,
    language text not null,
    week     jsonb not null,
    demo     boolean not null,
    version  bigint not null,
    since    timestamptz not null
);

create table identity.client (
    id      uuid primary key,
    name    text not null,
    version bigint not null,
    since   timestamptz not null
);
create unique index client_name on identity.client (lower(name));

create table identity.account (
    id       uuid primary key,
    login    text not null,
    name     text not null,
    email    text,
    person   uuid,
    password text,
    language text not null,
    theme    text not null,
    density  text not null,
    disabled timestamptz,
    version  bigint not null,
    since    timestamptz not null
);
create unique index account_login on identity.account (lower(login));
create unique index account_email on identity.account (lower(email));
create unique index account_person on identity.account (person);

-- Without client and project: in the whole company.
create table identity.role_grant (
    id      uuid primary key,
    account uuid not null references identity.account,
    role    text not null,
    client  uuid references identity.client,
    project uuid,
    since   timestamptz not null,
    by      uuid not null,
    check (client is null or project is null)
);
create unique index role_grant_once on identity.role_grant (account, role, client, project) nulls not distinct;
create index role_grant_project on identity.role_grant (project) where project is not null;

alter table identity.project_scope add column name text;
create index project_scope_client on identity.project_scope (client) where client is not null;

-- Of secrets that are handed out only the SHA-256 is kept: who reads this table can't sign in with it.
create table identity.session (
    id        uuid primary key,
    secret    bytea not null unique,
    account   uuid not null references identity.account,
    since     timestamptz not null,
    last_seen timestamptz not null,
    until     timestamptz not null,
    address   text not null,
    agent     text not null
);
create index session_account on identity.session (account);

create table identity.token (
    id        uuid primary key,
    secret    bytea not null unique,
    account   uuid not null references identity.account,
    name      text not null,
    since     timestamptz not null,
    last_used timestamptz,
    until     timestamptz
);
create index token_account on identity.token (account);

create table identity.invitation (
    id       uuid primary key,
    secret   bytea not null unique,
    name     text not null,
    email    text,
    role     text not null,
    client   uuid references identity.client,
    project  uuid,
    person   uuid,
    by       uuid not null,
    since    timestamptz not null,
    until    timestamptz not null,
    accepted timestamptz,
    account  uuid references identity.account
);
create index invitation_since on identity.invitation (since);

-- Tries to sign in, by login and by address; counted before they are checked, so that many at once don't slip through.
create table identity.attempt (
    what  text primary key,
    count int not null,
    since timestamptz not null,
    until timestamptz not null
);
