-- Who has applied to a vacancy, with the file that they sent.
create table staffing.application (
    id       uuid primary key,
    vacancy  uuid not null references staffing.vacancy,
    name     text not null,
    email    text not null,
    message  text,
    document uuid,
    at       timestamptz not null
);
create index application_vacancy on staffing.application (vacancy, at);
