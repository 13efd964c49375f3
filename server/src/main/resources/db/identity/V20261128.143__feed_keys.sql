-- Addresses of calendars that programs subscribe to: who knows one reads, as that account and nothing else.
create table identity.feed_key (
    id        uuid primary key,
    secret    bytea not null unique,
    account   uuid not null references identity.account on delete cascade,
    kind      text not null check (kind in ('person', 'project', 'milestones')),
    -- of the latter two
    project   uuid,
    since     timestamptz not null,
    last_used timestamptz,
    check ((kind = 'person') = (project is null))
);
create unique index feed_key_one on identity.feed_key (account, kind, coalesce(project, account));
