-- Above a limit, what is ordered or paid waits for whoever approves. The company's has the project 0.
create table budget.approval_limit (
    project  uuid primary key,
    minor    bigint not null check (minor >= 0),
    currency text not null,
    approver uuid not null
);

-- null approval: it was never above a limit, and counts as the approved do
alter table budget.line
    add column approval text check (approval in ('waiting', 'approved', 'refused')),
    add column asked_by uuid,
    add column asked_name text,
    add column asked_at timestamptz,
    add column decided_by uuid,
    add column decided_name text,
    add column decided_at timestamptz,
    add column reason text,
    -- whoever asked may change the plan: an order holds its task once it is approved
    add column holds boolean not null default false;
create index line_waiting on budget.line (project) where approval = 'waiting';

create table budget.reserve (
    project  uuid primary key,
    minor    bigint not null check (minor >= 0),
    currency text not null
);

create table budget.reserve_use (
    id           uuid primary key,
    project      uuid not null references budget.reserve on delete cascade,
    minor        bigint not null check (minor > 0),
    why          text not null,
    approval     text not null check (approval in ('waiting', 'approved', 'refused')),
    asked_by     uuid not null,
    asked_name   text not null,
    asked_at     timestamptz not null,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz,
    reason       text
);
create index reserve_use_project on budget.reserve_use (project);

-- What each week or month costs by which a project ends after a day; stated by somebody.
create table budget.delay_cost (
    project  uuid primary key,
    minor    bigint not null check (minor > 0),
    currency text not null,
    per      text not null check (per in ('week', 'month')),
    after    date not null,
    why      text not null
);
