-- Estimating a task together: hidden until shown, in as many rounds as it takes.
create table increments.estimating (
    id         uuid primary key,
    project    uuid not null,
    task       text not null,
    round      int not null default 1,
    -- whether the estimates of this round may be seen
    shown      boolean not null default false,
    opened_by  uuid not null,
    opened     text not null,
    opened_at  timestamptz not null,
    agreed_name text,
    agreed_at  timestamptz,
    minutes    bigint,
    low        bigint,
    high       bigint,
    version    bigint not null default 1,
    check ((low is null) = (high is null)),
    check ((agreed_at is null) = (minutes is null))
);
create unique index estimating_once on increments.estimating (project, task) where agreed_at is null;

create table increments.asked_estimate (
    estimating uuid not null references increments.estimating on delete cascade,
    person     uuid not null,
    primary key (estimating, person)
);

create table increments.estimate (
    estimating uuid not null references increments.estimating on delete cascade,
    round      int not null,
    account    uuid not null,
    name       text not null,
    minutes    bigint not null check (minutes > 0),
    low        bigint,
    high       bigint,
    note       text,
    at         timestamptz not null,
    primary key (estimating, round, account),
    check ((low is null) = (high is null))
);
