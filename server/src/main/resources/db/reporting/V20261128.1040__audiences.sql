-- How often each audience of a project is told, and after how many days whoever has not read is reminded.
create table reporting.rhythm (
    project  uuid not null,
    audience text not null check (audience in ('client', 'official', 'manager', 'worker')),
    -- 0: not on a rhythm
    days     int not null check (days between 0 and 365),
    remind   int not null check (remind between 0 and 60),
    primary key (project, audience)
);

-- Who was reminded of what, and when last.
create table reporting.reminded (
    update  uuid not null references reporting.update on delete cascade,
    account uuid not null,
    at      timestamptz not null,
    primary key (update, account)
);
