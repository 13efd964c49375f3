-- The systems of a project: components that it makes, environments in which they run, tools with which it is worked.
create schema if not exists systems;

create table systems.used_system (
    id      uuid primary key,
    project uuid not null,
    kind    text not null check (kind in ('component', 'environment', 'tool')),
    name    text not null,
    about   text not null default '',
    -- the field of expertise, or skill, that it asks for
    field   text,
    -- what it is in the register of what is run
    asset   uuid,
    link    text,
    version bigint not null default 1
);
create unique index used_system_name on systems.used_system (project, lower(name));

-- The first runs on the second, or is worked on with it.
create table systems.runs_on (
    used  uuid not null references systems.used_system on delete cascade,
    other uuid not null references systems.used_system on delete cascade,
    primary key (used, other),
    check (used <> other)
);
create index runs_on_other on systems.runs_on (other);

-- Who knows it, as somebody said.
create table systems.known_by (
    used   uuid not null references systems.used_system on delete cascade,
    person uuid not null,
    primary key (used, person)
);

-- The tasks of the plan that are about it.
create table systems.task (
    used uuid not null references systems.used_system on delete cascade,
    task text not null,
    primary key (used, task)
);
