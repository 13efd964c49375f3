-- Plans that somebody tries out: a plan of its own that began as a copy, with its own change log. Nobody's time is booked
-- by it, and no list of projects has it.
alter table planning.project add column draft boolean not null default false;

create table planning.draft (
    id          uuid primary key references planning.project on delete cascade,
    project     uuid not null references planning.project on delete cascade,
    name        text not null,
    -- the version of the plan that it began from
    base        bigint not null,
    at          timestamptz not null,
    author      uuid not null,
    author_name text not null
);
create index on planning.draft (project, at);
