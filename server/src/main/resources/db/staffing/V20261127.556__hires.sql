-- Whom an application has led to: one of the people, from a day on, and what they are to the project.
create table staffing.hire (
    application uuid primary key references staffing.application,
    person      uuid not null,
    part        text check (part in ('manager', 'deputy')),
    first_day   date not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
