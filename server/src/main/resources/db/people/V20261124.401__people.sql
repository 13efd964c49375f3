-- Persons with their time: sites, weeks, absences, shutdowns, and the ledger of what is booked.
create schema if not exists people;

create table people.site (
    id      uuid primary key,
    name    text not null,
    country text not null,
    region  text,
    zone    text
);
create unique index site_name on people.site (lower(name));

create table people.person (
    id            uuid primary key,
    name          text not null,
    email         text,
    site          uuid references people.site,
    fields        text[] not null default '{}',
    week          jsonb,
    zone          text,
    capacity      int not null default 100 check (capacity >= 1),
    pool          boolean not null default false,
    lead          uuid,
    rate_minor    bigint,
    rate_currency text,
    version       bigint not null default 1
);
create index person_name on people.person (lower(name));
create unique index person_email on people.person (lower(email));
create index person_lead on people.person (lead);

create table people.skill (
    person uuid not null references people.person on delete cascade,
    skill  text not null,
    level  smallint check (level between 1 and 5),
    primary key (person, skill)
);
create index skill_name on people.skill (lower(skill));

-- Both days are away.
create table people.absence (
    id       uuid primary key,
    person   uuid not null references people.person on delete cascade,
    from_day date not null,
    to_day   date not null check (to_day >= from_day),
    kind     text,
    note     text
);
create index absence_person on people.absence (person, to_day);

create table people.shutdown (
    id       uuid primary key,
    site     uuid references people.site on delete cascade,
    from_day date not null,
    to_day   date not null check (to_day >= from_day),
    name     text not null
);

-- What a project has of a person: by a task of its calendar, or by a request that was granted.
create table people.booking (
    project uuid not null,
    task    uuid,
    request uuid,
    person  uuid not null references people.person,
    starts  timestamptz not null,
    ends    timestamptz not null,
    units   int not null check (units >= 1),
    hard    boolean not null default true,
    check (starts < ends),
    check ((task is null) <> (request is null))
);
create index booking_person on people.booking (person, ends);
create index booking_task on people.booking (project, task);
create index booking_ends on people.booking (ends);

create table people.request (
    id         uuid primary key,
    project    uuid not null,
    person     uuid not null references people.person,
    starts     timestamptz not null,
    ends       timestamptz not null,
    units      int not null check (units >= 1),
    hard       boolean not null,
    note       text,
    state      text not null check (state in ('asked', 'granted', 'declined')),
    asked_by   uuid not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    rule       text,
    check (starts < ends)
);
create index request_open on people.request (person) where state = 'asked';
create index request_project on people.request (project);

create table people.project_priority (
    project  uuid primary key,
    priority int not null check (priority between 0 and 1000)
);
