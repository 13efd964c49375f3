-- What opens the portal of one project for somebody without an account: an address that nobody guesses, and a password
-- that is told another way.
create table identity.portal_link (
    id          uuid primary key,
    secret      bytea not null unique,
    project     uuid not null,
    whom        text not null,
    password    text not null,
    made_name   text not null,
    since       timestamptz not null,
    until       timestamptz not null,
    opened      int not null default 0,
    last_opened timestamptz
);
create index portal_link_project on identity.portal_link (project, since);

-- Browsers in which the password was told.
create table identity.portal_visit (
    secret bytea primary key,
    link   uuid not null references identity.portal_link on delete cascade,
    until  timestamptz not null
);

-- A calendar may be a link's, too, and goes with it.
alter table identity.feed_key
    alter column account drop not null,
    add column link uuid unique references identity.portal_link on delete cascade,
    add check ((account is null) <> (link is null));
