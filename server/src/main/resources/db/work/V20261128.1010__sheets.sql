-- What people worked, told week by week: by task and cost code, approved by whoever owns their time.
create table work.sheet (
    person   uuid not null,
    week     date not null check (extract(isodow from week) = 1),
    state    text not null check (state in ('open', 'submitted', 'approved')),
    -- one more each time that an approved sheet is corrected; what was approved before stays as it was
    revision int not null,
    -- the revision whose hours count; 0 while none does
    approved int not null default 0,
    version  bigint not null,
    primary key (person, week)
);
create index sheet_submitted on work.sheet (week, person) where state = 'submitted';

create table work.sheet_revision (
    person         uuid not null,
    week           date not null,
    revision       int not null,
    -- why an approved one is corrected
    reason         text,
    begun_by       uuid not null,
    begun_name     text not null,
    begun_at       timestamptz not null,
    submitted_by   uuid,
    submitted_name text,
    submitted_at   timestamptz,
    decided_by     uuid,
    decided_name   text,
    decided_at     timestamptz,
    -- why it was sent back, until it is submitted again
    returned       text,
    primary key (person, week, revision),
    foreign key (person, week) references work.sheet on delete cascade
);

create table work.sheet_line (
    person   uuid not null,
    week     date not null,
    revision int not null,
    place    int not null,
    -- no project: the company's own time, which has a cost code
    project  uuid,
    task     text,
    -- of the task, when it was told: the plan may lose it
    name     text not null,
    code     text,
    note     text,
    -- Monday to Sunday
    minutes  int[] not null check (cardinality(minutes) = 7),
    primary key (person, week, revision, place),
    foreign key (person, week, revision) references work.sheet_revision on delete cascade,
    check ((project is null) = (task is null)),
    check (task is not null or code is not null)
);
create index sheet_line_task on work.sheet_line (project, task);
create index sheet_line_code on work.sheet_line (code, week) where code is not null;
