-- What was promised: a date of a task, which stands in its plan, or of a whole project, which stands here.
create table forecasting.promise (
    project   uuid not null,
    -- empty for the whole project
    task      text not null,
    -- of a whole project; that of a task is the plan's
    by        timestamptz,
    whom      text,
    wording   text,
    giver     text not null,
    given_on  date not null,
    withdrawn boolean not null default false,
    primary key (project, task)
);

-- Every date that it had, and why it got another. Only added to.
create table forecasting.promise_step (
    seq     bigint generated always as identity primary key,
    project uuid not null,
    task    text not null,
    kind    text not null check (kind in ('given', 'moved', 'withdrawn')),
    was     timestamptz,
    by      timestamptz,
    reason  text,
    -- the plan's version that it made; of a task's alone
    version bigint,
    account uuid not null,
    name    text not null,
    at      timestamptz not null
);
create index on forecasting.promise_step (project, task, seq);
