-- for whom a project's updates are released by themselves, and who said so; names are read where they are kept
create table reporting.release_switch (
    project  uuid not null,
    audience text not null check (audience in ('client', 'official', 'manager', 'worker')),
    account  uuid not null,
    at       timestamptz not null,
    -- why the one that is due waits for somebody, as they were told; empty where it does not
    doubts   text[] not null default '{}',
    primary key (project, audience)
);

alter table reporting.update
    -- when somebody wrote in it last; null for what was drafted before this was kept
    add column written_at  timestamptz,
    -- of what was released by itself: who had switched that on, and when
    add column switched_by uuid,
    add column switched_at timestamptz;
