-- What counts first in a project's calendar, where its manager chose; without a row the usual order.
create table planning.aims (
    project uuid primary key references planning.project on delete cascade,
    aims    text[] not null
);

-- The last search that somebody asked for in a project. What waits or runs when the server stops runs again after it.
create table planning.search (
    project  uuid primary key references planning.project on delete cascade,
    id       uuid not null unique,
    asked_by uuid not null,
    asked_at timestamptz not null,
    budget   integer not null check (budget > 0),
    tried    integer not null default 0,
    state    text not null check (state in ('waiting', 'running', 'found', 'nothing')),
    stopped  boolean not null default false,
    version  bigint,
    ended_at timestamptz
);
create index on planning.search (asked_at) where state in ('waiting', 'running');
