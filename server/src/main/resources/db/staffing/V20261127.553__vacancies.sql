-- Vacancies: written from an assessment, edited, published for a while.
create table staffing.vacancy (
    id           uuid primary key,
    assessment   uuid not null references staffing.assessment,
    project      uuid,
    kind         text not null,
    language     text not null,
    title        text not null,
    body         text not null,
    contact      text,
    place        text,
    country      text not null,
    remote       boolean not null default false,
    employment   text not null default 'fullTime' check (employment in ('fullTime', 'partTime', 'contractor')),
    valid_until  date not null,
    published    timestamptz,
    closed       timestamptz,
    author       uuid not null,
    author_name  text not null,
    since        timestamptz not null,
    version      bigint not null default 1
);
create index vacancy_project on staffing.vacancy (project);
